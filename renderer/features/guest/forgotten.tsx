import { useEffect, useState } from 'react';
import { forgetDevice } from '../../client/forget-device.ts';
import { useWords } from '../../client/use-words.ts';
import { Message } from '../../ui/message.tsx';

export interface ForgottenProps {
  /** Closes what this window has open, before anything is deleted. */
  readonly close: () => Promise<void>;
}

/** Deletes what lies on this device, and stays as the page that says so. */
export function Forgotten({ close }: ForgottenProps) {
  const words = useWords().guest.forgotten;
  const [stage, setStage] = useState<'deleting' | 'waiting' | 'done' | 'failed'>('deleting');
  useEffect(() => {
    // The tab bore the name of the Leitbild.
    document.title = 'Leitbild-Werkstatt';
    void close()
      .then(() => forgetDevice(window, () => setStage('waiting')))
      .then(
        () => setStage('done'),
        () => setStage('failed'),
      );
  }, [close]);
  const { title, text } = words[stage];
  return <Message title={title}>{text}</Message>;
}
