import { useContext, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Copy, FileImage, FileSpreadsheet, Image } from 'lucide-react';
import type { MenuItem } from '../ui/MenuItems.tsx';
import { useNotices } from '../ui/notices.ts';
import { ChartFilesContext } from './chartFiles.ts';
import { tableCsv, type TableOfChart } from './ChartTable.tsx';
import { picturePng } from './picturePng.ts';
import { savedPicture, type PictureWords } from './savedPicture.ts';

interface Taken {
  readonly picture: RefObject<HTMLElement | null>;
  readonly words: PictureWords;
  readonly fileName: string;
  readonly table: TableOfChart;
}

/** The ways to take a picture along. None where the app offers no place for files; no picture where nothing is drawn. */
export function useTakeAway({ picture, words, fileName, table }: Taken): readonly MenuItem[] {
  const { t } = useTranslation();
  const files = useContext(ChartFilesContext);
  const notices = useNotices();
  if (!files) return [];
  const drawn = () => {
    if (!picture.current) throw new Error('a chart was saved before it was drawn');
    return savedPicture(picture.current, words);
  };
  const complain = (words: string) => () => notices.say(words, { tone: 'bad' });
  const copy = () => {
    files
      .copyPicture(picturePng(drawn()))
      .then(() => notices.say(t('charts.copied')), complain(t('charts.notCopied')));
  };
  const savePng = () => {
    picturePng(drawn()).then(
      (png) => files.save(`${fileName}.png`, 'image/png', png),
      complain(t('charts.notDrawn')),
    );
  };
  return [
    { label: t('charts.copy'), icon: Copy, ruled: true, onSelect: copy },
    {
      label: t('charts.savePng'),
      help: t('charts.savePngHelp'),
      icon: Image,
      onSelect: savePng,
    },
    {
      label: t('charts.saveSvg'),
      help: t('charts.saveSvgHelp'),
      icon: FileImage,
      onSelect: () => files.save(`${fileName}.svg`, 'image/svg+xml', drawn().svg),
    },
    {
      label: t('charts.saveCsv'),
      help: t('charts.saveCsvHelp'),
      icon: FileSpreadsheet,
      onSelect: () => files.save(`${fileName}.csv`, 'text/csv', tableCsv(table)),
    },
  ];
}
