/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ServiceDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { useService } from '../../requests';
import { useTranslation } from '../../translation';
import { BuildsSection } from '../Builds';
import { ChecksSection } from '../Checks';
import { FixChoiceContext, FixPlanSection, useFixChoice } from '../FixPlan';
import { RerunMatrix } from '../RerunMatrix';
import { Section } from '../Section';
import { RequestFailure, ScanStateMessage } from '../StateMessage';
import { ReportErrors } from './ReportErrors';
import { ServiceHeader } from './ServiceHeader';
import { StaleBanner } from './StaleBanner';
import { TabSkeleton } from './TabSkeleton';
import { Surface } from '../Surface';
import styles from './ServiceTab.module.css';

function TabBody(props: {
  detail: ServiceDetail;
  /** Undefined for who may not. */
  onRescan?: () => void;
  rescanning: boolean;
  onWaived: () => void;
}) {
  const { detail, onRescan, rescanning, onWaived } = props;
  const { t } = useTranslation();
  const { report, scan } = detail;
  const choice = useFixChoice(detail);
  const nothing = scan.status === 'not-applicable' && !report;
  if (!report || nothing) {
    return (
      <>
        <Section title={t('card.title')}>
          <ScanStateMessage
            scan={scan}
            onRescan={onRescan}
            rescanning={rescanning}
          />
        </Section>
        {/* Builds do not need the source: they were sent. */}
        {scan.status !== 'not-applicable' && (
          <BuildsSection
            entityRef={detail.entityRef}
            hitRate={detail.hitRate}
            expected
          />
        )}
      </>
    );
  }
  return (
    <FixChoiceContext.Provider value={choice}>
      {scan.status === 'stale' && (
        <StaleBanner scan={scan} onRescan={onRescan} rescanning={rescanning} />
      )}
      <ServiceHeader
        detail={detail}
        report={report}
        onRescan={onRescan}
        rescanning={rescanning}
      />
      {report.errors.length > 0 && <ReportErrors errors={report.errors} />}
      <RerunMatrix matrix={detail.matrix} scan={scan} choice={choice} />
      <FixPlanSection detail={detail} choice={choice} />
      <ChecksSection
        entityRef={detail.entityRef}
        report={report}
        scan={scan}
        onWaived={onWaived}
      />
      <BuildsSection
        entityRef={detail.entityRef}
        hitRate={detail.hitRate}
        expected={report.units.length > 0}
      />
    </FixChoiceContext.Provider>
  );
}

function TabContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { t } = useTranslation();
  const service = useService(entityRef);
  const { value: detail, error } = service;
  if (detail) {
    return (
      <div className={styles.tab}>
        <TabBody
          detail={detail}
          onRescan={service.rescan}
          rescanning={service.rescanning}
          onWaived={service.awaitScan}
        />
      </div>
    );
  }
  if (error) {
    return (
      <Section title={t('card.title')}>
        <RequestFailure
          error={error}
          what={t('scan.what')}
          onRetry={service.reload}
        />
      </Section>
    );
  }
  return <TabSkeleton />;
}

/** The "Build hygiene" tab of a service. */
export function ServiceTab() {
  return (
    <Surface>
      <TabContent />
    </Surface>
  );
}
