/**
 * Why an institution cannot be removed: it has said something, its delegates have drafts, somebody was invited for it,
 * or another has become part of it.
 */
export type BoundReason = 'spoken' | 'written' | 'invited' | 'merged';
