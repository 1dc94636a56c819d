import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Download, Unplug } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useDownloads } from './useDownloads.ts';
import styles from './Frame.module.css';

interface ErrorBoundaryProps {
  /** Another view is another chance. */
  readonly view: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly failed: boolean;
  readonly view: string;
}

/** A view that throws is replaced by words and a way to take the journey along; the rest of the app goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false, view: this.props.view };

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { failed: true };
  }

  static getDerivedStateFromProps(
    { view }: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): ErrorBoundaryState {
    return view === state.view ? state : { failed: false, view };
  }

  override render(): ReactNode {
    return this.state.failed ? (
      <Crash onRetry={() => this.setState({ failed: false })} />
    ) : (
      this.props.children
    );
  }
}

function Crash({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const downloads = useDownloads();
  return (
    <div role="alert" className={styles.centred}>
      <EmptyState
        icon={Unplug}
        title={t('shell.crash.title')}
        action={
          <span className={styles.actions}>
            <Button icon={Download} onClick={downloads.json}>
              {t('shell.crash.download')}
            </Button>
            <Button look="primary" onClick={onRetry}>
              {t('shell.crash.retry')}
            </Button>
          </span>
        }
      >
        {t('shell.crash.help')}
      </EmptyState>
    </div>
  );
}
