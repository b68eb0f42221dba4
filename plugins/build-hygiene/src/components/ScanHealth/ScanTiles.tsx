/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ScanHealth } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useReportHref } from '../../routes';
import { useTranslation } from '../../translation';
import { Tile, TileList } from '../Tile';

/** More intervals than this make a scan outdated; the backend counts so. */
const OUTDATED_INTERVALS = 2;

/** The state of the scans in figures; those of services open the list. */
export function ScanTiles({ health }: { health: ScanHealth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const href = useReportHref();
  const { states, queue, outdated, intervalSeconds, lastRoundAt } = health;
  const failing = states.failed + states.stale;
  const running = format.number(queue.running);
  const interval = format.duration(intervalSeconds);
  const queueNote = () => {
    if (queue.oldestDueAt !== undefined) {
      return t('scanHealth.tile.queueNote', {
        count: queue.due,
        when: format.short(queue.oldestDueAt),
        running,
      });
    }
    return queue.nextDueAt === undefined
      ? t('scanHealth.tile.queueNone', { running })
      : t('scanHealth.tile.queueNext', {
          when: format.short(queue.nextDueAt),
          running,
        });
  };
  return (
    <TileList label={t('scanHealth.tiles')}>
      <Tile
        href={href({ status: ['failed', 'stale'] })}
        name={t('scanHealth.tile.failing')}
        value={format.number(failing)}
        tone={failing > 0 ? 'negative' : 'positive'}
        note={
          failing > 0
            ? t('scanHealth.tile.failingNote', {
                failed: format.number(states.failed),
                stale: format.number(states.stale),
              })
            : t('scanHealth.tile.failingNone')
        }
      />
      <Tile
        href={href({ status: 'pending' })}
        name={t('scanHealth.tile.pending')}
        value={format.number(states.pending)}
        note={
          states.pending > 0
            ? t('scanHealth.tile.pendingNote')
            : t('scanHealth.tile.pendingNone')
        }
      />
      <Tile
        href={href({ sort: 'scannedAt', order: 'asc' })}
        name={t('scanHealth.tile.outdated')}
        value={format.number(outdated)}
        tone={outdated > 0 ? 'warning' : 'neutral'}
        note={t('scanHealth.tile.outdatedNote', {
          duration: format.duration(OUTDATED_INTERVALS * intervalSeconds),
        })}
      />
      <Tile
        name={t('scanHealth.tile.queue')}
        value={format.number(queue.due)}
        note={queueNote()}
      />
      <Tile
        name={t('scanHealth.tile.round')}
        value={
          lastRoundAt === undefined
            ? '–'
            : format.duration((Date.now() - Date.parse(lastRoundAt)) / 1_000)
        }
        note={
          lastRoundAt === undefined
            ? t('scanHealth.tile.roundNone', { duration: interval })
            : t('scanHealth.tile.roundNote', { duration: interval })
        }
      />
    </TileList>
  );
}
