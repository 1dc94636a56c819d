import { PopList } from '../../../ui/PopList.tsx';
import type { Asking } from './asking.ts';

interface AskListProps {
  readonly asking: Asking;
  readonly onClose: () => void;
}

/** An open question of a command, as a list beside what it is about. */
export function AskList({ asking, onClose }: AskListProps) {
  return (
    <PopList
      {...asking}
      onPick={(item) => {
        onClose();
        item.pick();
      }}
      onClose={onClose}
    />
  );
}
