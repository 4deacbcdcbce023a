import type { ViewProps } from '../frame/view-props.ts';
import { useForget } from './forget-context.tsx';
import { ForgetQuestion } from './forget-question.tsx';
import { useUnsent } from './use-unsent.ts';

/** The question in the window of a guest, with what this window and earlier ones hold unsent. */
export function ForgetDialog({ onClose }: Pick<ViewProps, 'onClose'>) {
  const unsent = useUnsent();
  const forget = useForget();
  return <ForgetQuestion unsent={unsent} onForget={() => forget?.()} onClose={onClose} />;
}
