import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckedInput } from './CheckedInput.tsx';
import { isZone, knownZones } from './zones.ts';

interface CodeFieldProps {
  readonly help: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

const LONGEST_SHOWN = 40;

/** An IANA zone, from the list or typed. */
export function ZoneField({ help, value, onChange }: CodeFieldProps) {
  const { t } = useTranslation();
  const complain = (text: string) =>
    isZone(text.trim())
      ? undefined
      : t('inspectors.journey.zoneUnknown', { zone: text.trim().slice(0, LONGEST_SHOWN) });
  return (
    <ListedField
      label={t('inspectors.journey.zone')}
      help={help}
      value={value}
      codes={knownZones()}
      complain={complain}
      onChange={(text) => onChange(text.trim())}
    />
  );
}

const CURRENCY = /^[A-Za-z]{3}$/;

/** A currency by its three letters, from the list or typed. */
export function CurrencyField({ help, value, onChange }: CodeFieldProps) {
  const { t } = useTranslation();
  const complain = (text: string) =>
    CURRENCY.test(text.trim()) ? undefined : t('inspectors.journey.currencyUnknown');
  return (
    <ListedField
      label={t('inspectors.journey.currency')}
      help={help}
      value={value}
      codes={Intl.supportedValuesOf('currency')}
      complain={complain}
      onChange={(text) => onChange(text.trim().toUpperCase())}
    />
  );
}

interface ListedFieldProps extends CodeFieldProps {
  readonly label: string;
  readonly codes: readonly string[];
  readonly complain: (text: string) => string | undefined;
}

function ListedField({ codes, ...rest }: ListedFieldProps) {
  const list = useId();
  return (
    <>
      <CheckedInput list={list} {...rest} />
      <datalist id={list}>
        {codes.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </>
  );
}
