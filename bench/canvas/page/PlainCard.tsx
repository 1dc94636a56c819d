import { memo, type CSSProperties } from 'react';
import { Handle, Position as Side, type NodeProps } from '@xyflow/react';
import type { CardNode } from './picture.ts';

/** A card with everything that can be seen on one of the app's, and nothing else. */
export const PlainCard = memo(function PlainCard({ data }: NodeProps<CardNode>) {
  const { icon: Icon, exits } = data;
  const style: CSSProperties & Record<'--family', string> = { '--family': data.colour };
  return (
    <div className="card" style={style}>
      <div className="head">
        <div className="title">
          <Icon size={16} />
          <span className="name">{data.name}</span>
        </div>
        <div className="summary">{data.summary}</div>
        <div className="figures">
          <span className="people">{data.people}</span>
          <span className="rate">{data.rate}</span>
        </div>
      </div>
      {exits.length > 1 && (
        <div className="exits">
          {exits.map((exit) => (
            <div key={exit.id} className="exit">
              <span>{exit.name}</span>
              <span className="share">{exit.share}</span>
            </div>
          ))}
        </div>
      )}
      {data.leadsIn && <Handle type="target" id="in" position={Side.Left} style={{ top: 44 }} />}
      {exits.map((exit) => (
        <Handle key={exit.id} type="source" id={exit.id} position={Side.Right} style={{ top: exit.y }} />
      ))}
    </div>
  );
});
