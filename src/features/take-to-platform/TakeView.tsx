import '../../i18n/takeWords.ts';
import { useTranslation } from 'react-i18next';
import { ArrowLeft } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import type { Journey } from '../../journey/journey.ts';
import type { Exchange } from '../../state/exchangePort.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { FilesFor, type TakeProps } from './FilesFor.tsx';
import { PlatformList } from './PlatformList.tsx';
import { SheetFor } from './SheetFor.tsx';
import { useExchange } from './useExchange.ts';
import styles from './take.module.css';

/** Where the open journey can run: what becomes of it there, what is to be filled in, and the files. `place`: the platform of the address. */
export function TakeView({ place }: { readonly place: string | undefined }) {
  const { t } = useTranslation();
  const journey = useWorkspace((workspace) => workspace.journey);
  const { exchange, failed, retry } = useExchange();
  if (!journey) return null;
  return (
    <div className={styles.view}>
      <div className={styles.page}>
        <header className={styles.head}>
          <Link href="/" className={styles.back}>
            <Icon of={ArrowLeft} size={16} />
            {t('takeToPlatform.back')}
          </Link>
          <h1>{t('takeToPlatform.title')}</h1>
          <p className={styles.soft}>{t('takeToPlatform.intro', { name: journey.name })}</p>
        </header>
        {failed && (
          <p role="alert" className={styles.refused}>
            {t('takeToPlatform.notLoaded')} <Button onClick={retry}>{t('takeToPlatform.tryAgain')}</Button>
          </p>
        )}
        {!failed && !exchange && <p className={styles.soft}>{t('takeToPlatform.working')}</p>}
        {exchange && <Platforms exchange={exchange} journey={journey} place={place} />}
      </div>
    </div>
  );
}

/** Characters of an address that a sentence repeats. */
const LONGEST_PLACE = 60;

interface PlatformsProps {
  readonly exchange: Exchange;
  readonly journey: Journey;
  readonly place: string | undefined;
}

function Platforms({ exchange, journey, place }: PlatformsProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { platforms } = exchange;
  const isUnknown = place !== undefined && !platforms.some(({ id }) => id === place);
  const wanted = isUnknown ? undefined : (place ?? journey.origin?.platform);
  const chosen = platforms.find(({ id }) => id === wanted) ?? (isUnknown ? undefined : platforms[0]);
  return (
    <>
      {isUnknown && (
        <p role="alert" className={styles.refused}>
          {t('takeToPlatform.unknown', { place: place.slice(0, LONGEST_PLACE) })}
        </p>
      )}
      <div className={styles.columns}>
        <PlatformList
          platforms={platforms}
          chosen={chosen?.id}
          onChoose={(id) => go(`/take/${id}`, { replace: true })}
        />
        {chosen && <Report key={chosen.id} exchange={exchange} journey={journey} platform={chosen} />}
      </div>
    </>
  );
}

function Report(work: TakeProps) {
  return work.platform.checked === 'manual' ? <SheetFor {...work} /> : <FilesFor {...work} />;
}
