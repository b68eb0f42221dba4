/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ButtonIcon, Link, Text } from '@backstage/ui';
import { RiAlertLine, RiRefreshLine } from '@remixicon/react';
import { ScanReport } from '@build-hygiene/engine';
import {
  ScorePoint,
  ServiceDetail,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useService } from '../../requests';
import { useServiceHref } from '../../routes';
import {
  titleOfCheck,
  useScoreReasons,
  useRuleTitles,
  useTranslation,
} from '../../translation';
import { bestNextCheck, checkKey } from '../Checks';
import { CodeText } from '../CodeText';
import { ScoreGauge } from '../Gauge';
import { RelativeTime } from '../RelativeTime';
import { Sparkline } from '../Sparkline';
import {
  RequestFailure,
  ScanStateMessage,
  scanErrorTitle,
} from '../StateMessage';
import { Surface } from '../Surface';
import { CardSkeleton } from './CardSkeleton';
import { CategoryBars } from './CategoryBars';
import { HitRateLine } from './HitRateLine';
import styles from './ServiceCard.module.css';

function GateLine({ report }: { report: ScanReport }) {
  const { t } = useTranslation();
  const say = useScoreReasons();
  const format = useFormat();
  const { score } = report;
  const failing = report.checks.filter(({ state }) => state === 'fail').length;
  return (
    <div className={styles.verdict}>
      <Text as="p" variant="body-medium" weight="bold">
        {score.gate === 'pass' ? t('gate.pass') : t('gate.fail')}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {failing === 0
          ? t('card.nothingOpen')
          : t('card.open', { count: failing })}
      </Text>
      {score.status === 'not-rated' && score.reason && (
        <Text as="p" variant="body-small" color="secondary">
          {say(score.reason)}
        </Text>
      )}
      {score.status === 'rated' && score.coverage < 1 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('score.coverage', { share: format.percent(score.coverage) })}
        </Text>
      )}
    </div>
  );
}

/** How the score went, where there is more than one day to tell. */
function Trend({ history }: { history: ScorePoint[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const first = history[0];
  const last = history[history.length - 1];
  if (!first || !last || history.length < 2) {
    return null;
  }
  return (
    <div className={styles.trend}>
      <Text variant="body-medium">
        {t('card.trend', { day: format.day(first.day) })}
      </Text>
      <Sparkline history={history} size="small" />
      <Text variant="body-medium" weight="bold">
        {format.points(last.score - first.score)}
      </Text>
    </div>
  );
}

function NextBest(props: { report: ScanReport; entityRef: string }) {
  const { report, entityRef } = props;
  const { t } = useTranslation();
  const titleOf = useRuleTitles();
  const format = useFormat();
  const href = useServiceHref();
  const check = bestNextCheck(report.checks);
  if (!check) {
    return null;
  }
  const query = new URLSearchParams({ check: checkKey(check) });
  return (
    <div className={styles.next}>
      <Text as="h4" variant="body-small" weight="bold" color="secondary">
        {t('card.next')}
      </Text>
      <div className={styles.nextLine}>
        <Link
          href={`${href(entityRef, query.toString())}#checks`}
          variant="body-medium"
        >
          <CodeText text={titleOfCheck(check, titleOf)} />
        </Link>
        <span className={styles.gain}>
          {t('card.gain', {
            points: format.points(check.delta),
          })}
        </span>
      </div>
    </div>
  );
}

function CardBody(props: {
  detail: ServiceDetail;
  report: ScanReport;
  /** Undefined for who may not. */
  onRescan?: () => void;
  rescanning: boolean;
}) {
  const { detail, report, onRescan, rescanning } = props;
  const { t } = useTranslation();
  const { scan } = detail;
  return (
    <div className={styles.body}>
      {scan.status === 'stale' && scan.error && (
        <p className={styles.stale} role="status">
          <RiAlertLine aria-hidden />
          <span>{scanErrorTitle(scan.error.code, t)}</span>
        </p>
      )}
      <div className={styles.top}>
        <ScoreGauge
          score={report.score.value ?? undefined}
          grade={report.score.grade ?? undefined}
        />
        <GateLine report={report} />
      </div>
      <CategoryBars checks={report.checks} />
      <div className={styles.figures}>
        <Trend history={detail.history} />
        <HitRateLine hitRate={detail.hitRate} />
      </div>
      <NextBest report={report} entityRef={detail.entityRef} />
      <div className={styles.foot}>
        {scan.commit && <code>{scan.commit.slice(0, 8)}</code>}
        {scan.scannedAt && (
          <span>
            {t('scan.scanned')} <RelativeTime iso={scan.scannedAt} />
          </span>
        )}
        {onRescan && (
          <ButtonIcon
            aria-label={t('scan.rescan')}
            size="small"
            variant="tertiary"
            icon={<RiRefreshLine />}
            loading={rescanning}
            onPress={onRescan}
          />
        )}
      </div>
    </div>
  );
}

/** The overview card of a service. */
export function ServiceCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { t } = useTranslation();
  const href = useServiceHref();
  const service = useService(entityRef);
  const { value: detail, error } = service;

  let content = <CardSkeleton />;
  if (detail?.report) {
    content = (
      <CardBody
        detail={detail}
        report={detail.report}
        onRescan={service.rescan}
        rescanning={service.rescanning}
      />
    );
  } else if (detail) {
    content = (
      <ScanStateMessage
        compact
        scan={detail.scan}
        onRescan={service.rescan}
        rescanning={service.rescanning}
      />
    );
  } else if (error) {
    content = (
      <RequestFailure
        compact
        error={error}
        what={t('scan.what')}
        onRetry={service.reload}
      />
    );
  }
  return (
    <EntityInfoCard
      title={t('card.title')}
      headerActions={
        detail?.report && (
          <Link
            href={href(entityRef)}
            variant="body-small"
            aria-label={`${t('card.title')}: ${t('card.view')}`}
          >
            {t('card.view')}
          </Link>
        )
      }
    >
      <Surface>{content}</Surface>
    </EntityInfoCard>
  );
}
