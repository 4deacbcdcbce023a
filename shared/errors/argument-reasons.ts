/**
 * Why what somebody said about an edition, a header or a picture is not accepted. Closed: `renderer/words` has a phrase
 * for each. The limit or range that was missed is told by `ErrorDetails['argument-invalid'].allowed`.
 */
export type ArgumentReason =
  | 'missing'
  | 'missing-partner'
  | 'empty'
  | 'too-long'
  | 'date'
  | 'time'
  | 'label-form'
  | 'reserved'
  | 'control-characters'
  | 'line-break'
  | 'direction-characters'
  | 'number-range'
  | 'no-foreword'
  | 'hash-form'
  | 'not-an-asset'
  | 'ending'
  | 'past'
  | 'no id'
  | 'no secret'
  | 'join-link'
  | 'fingerprint-form';
