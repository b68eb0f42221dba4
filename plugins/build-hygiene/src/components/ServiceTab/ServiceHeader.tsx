/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Button, Card, Link, Text } from '@backstage/ui';
import {
  RiRefreshLine,
  RiShieldCheckLine,
  RiShieldCrossLine,
} from '@remixicon/react';
import { ScanReport, Severity } from '@build-hygiene/engine';
import { ServiceDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useScoreReasons, useTranslation } from '../../translation';
import { SEVERITIES } from '../Checks';
import { ScoreGauge } from '../Gauge';
import { RelativeTime } from '../RelativeTime';
import { ServiceMenu } from '../ServiceMenu';
import { Sparkline } from '../Sparkline';
import { SeverityChip } from '../Tone';
import styles from './ServiceHeader.module.css';

function openBySeverity(report: ScanReport): [Severity, number][] {
  return SEVERITIES.map((severity): [Severity, number] => [
    severity,
    report.checks.filter(
      check =>
        check.severity === severity &&
        (check.state === 'fail' || check.state === 'partial'),
    ).length,
  ]).filter(([, count]) => count > 0);
}

/** Only what a browser may follow. */
function webAddress(source: string | undefined): string | undefined {
  return source?.startsWith('https://') || source?.startsWith('http://')
    ? source
    : undefined;
}

/** Score, gate in words, what is open, and when this was looked at. */
export function ServiceHeader(props: {
  detail: ServiceDetail;
  report: ScanReport;
  /** Undefined for who may not. */
  onRescan?: () => void;
  rescanning: boolean;
}) {
  const { detail, report, onRescan, rescanning } = props;
  const { t } = useTranslation();
  const say = useScoreReasons();
  const format = useFormat();
  const { scan, history } = detail;
  const { score } = report;
  const open = openBySeverity(report);
  const first = history[0];
  const last = history[history.length - 1];
  const source = webAddress(scan.source);
  return (
    <Card>
      <section className={styles.header} aria-label={t('header.label')}>
        <ScoreGauge
          size="large"
          score={score.value ?? undefined}
          grade={score.grade ?? undefined}
        />
        <div className={styles.words}>
          <h2 className={styles.gate} data-gate={score.gate}>
            {score.gate === 'pass' ? (
              <RiShieldCheckLine aria-hidden />
            ) : (
              <RiShieldCrossLine aria-hidden />
            )}
            {score.gate === 'pass' ? t('gate.pass') : t('gate.fail')}
          </h2>
          <Text as="p" variant="body-medium" color="secondary">
            {score.gate === 'pass'
              ? t('gate.passExplained')
              : t('gate.failExplained')}
          </Text>
          <div className={styles.open}>
            {open.length === 0 && (
              <Text variant="body-medium">{t('card.nothingOpen')}</Text>
            )}
            {open.map(([severity, count]) => (
              <span key={severity} className={styles.severity}>
                <strong>{count}</strong>
                <SeverityChip severity={severity} />
              </span>
            ))}
          </div>
          <ul className={styles.notes}>
            {score.status !== 'rated' && (
              <li>{score.reason ? say(score.reason) : t('score.notRated')}</li>
            )}
            {score.cap && score.value !== null && score.raw !== null && (
              <li>
                {t(`score.cap.${score.cap}`, {
                  raw: format.number(score.raw),
                })}
              </li>
            )}
            {score.coverage < 1 && (
              <li>
                {t('score.coverage', { share: format.percent(score.coverage) })}
              </li>
            )}
          </ul>
        </div>
        <div className={styles.side}>
          <div className={styles.actions}>
            {onRescan && (
              <Button
                size="small"
                variant="secondary"
                iconStart={<RiRefreshLine />}
                loading={rescanning}
                onPress={onRescan}
              >
                {t('scan.rescan')}
              </Button>
            )}
            <ServiceMenu entityRef={detail.entityRef} />
          </div>
          {first && last && history.length > 1 ? (
            <div className={styles.history}>
              <Sparkline history={history} />
              <Text variant="body-small" color="secondary">
                {t('score.change', {
                  points: format.points(last.score - first.score),
                  day: format.day(first.day),
                })}
              </Text>
            </div>
          ) : (
            <Text variant="body-small" color="secondary">
              {t('score.noHistory')}
            </Text>
          )}
          <Text as="p" variant="body-small" color="secondary">
            {scan.scannedAt && (
              <>
                {t('scan.scanned')} <RelativeTime iso={scan.scannedAt} />
              </>
            )}
            {scan.commit && (
              <>
                {' · '}
                <code className={styles.commit} title={scan.commit}>
                  {scan.commit.slice(0, 8)}
                </code>
              </>
            )}
            {scan.source && (
              <>
                {' · '}
                {source ? (
                  <Link
                    href={source}
                    target="_blank"
                    rel="noopener noreferrer"
                    variant="body-small"
                  >
                    {t('header.source')}
                  </Link>
                ) : (
                  scan.source
                )}
              </>
            )}
          </Text>
        </div>
      </section>
    </Card>
  );
}
