/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Link, Skeleton, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { ReportedCheck } from '@build-hygiene/engine';
import { ScanState } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';
import {
  useRuleHelp,
  useRuleMessages,
  useTranslation,
} from '../../translation';
import { CodeText } from '../CodeText';
import { Prose } from '../Prose';
import { SourceExcerpt, sourceLineUrl } from '../SourceExcerpt';
import { RequestFailure } from '../StateMessage';
import { CheckWaiver, WaiversOfService } from '../Waivers';
import { CheckFix } from './CheckFix';
import styles from './CheckDetail.module.css';

function isUrl(source: string): boolean {
  return source.startsWith('https://') && URL.canParse(source);
}

/** Several links to one host need names that tell them apart. */
function linkName(link: string): string {
  const { host, pathname, hash } = new URL(link);
  return `${host}${pathname.replace(/\/$/, '')}${hash}`;
}

/** Why it matters, the evidence, and how to fix it. */
export function CheckDetail(props: {
  check: ReportedCheck;
  /** All of the service. */
  checks: readonly ReportedCheck[];
  waivers: WaiversOfService;
  scan: ScanState;
}) {
  const { check, checks, waivers, scan } = props;
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const described = useRequest(check.rule, signal =>
    api.getRule(check.rule, { signal }),
  );
  const rule = described.value;
  const help = useRuleHelp(rule);
  const say = useRuleMessages();
  const links = rule?.sources.filter(isUrl) ?? [];
  return (
    <div className={styles.detail}>
      {check.findings.length > 0 && (
        <div className={styles.block}>
          <Text as="h4" variant="body-small" weight="bold" color="secondary">
            {t('checks.evidence', { count: check.findings.length })}
          </Text>
          <ul className={styles.findings}>
            {check.findings.map((finding, index) => (
              <li key={index}>
                <p className={styles.paragraph}>
                  <CodeText text={say(check.rule, finding.message)} />
                </p>
                {finding.excerpt && (
                  <SourceExcerpt
                    path={finding.path}
                    line={finding.line}
                    text={finding.excerpt}
                    href={sourceLineUrl(
                      scan.source,
                      scan.commit,
                      finding.path,
                      finding.line,
                    )}
                  />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {help ? (
        <div className={styles.help}>
          <div className={styles.block}>
            <Text as="h4" variant="body-small" weight="bold" color="secondary">
              {t('checks.why')}
            </Text>
            <Prose text={help.why} />
          </div>
          <div className={styles.block}>
            <Text as="h4" variant="body-small" weight="bold" color="secondary">
              {check.state === 'pass' ? t('checks.howKept') : t('checks.how')}
            </Text>
            <Prose text={help.howToFix} />
          </div>
        </div>
      ) : (
        !described.error && (
          <div className={styles.help}>
            {/* A heading and four lines, as most of them have. */}
            <Skeleton width="100%" height={120} />
            <Skeleton width="100%" height={120} />
          </div>
        )
      )}
      {described.error && (
        <RequestFailure
          compact
          error={described.error}
          what={t('checks.help')}
          // The report may be of another version of the rules.
          missing={{
            title: t('checks.noHelp.title'),
            description: t('checks.noHelp.description'),
          }}
          onRetry={described.reload}
        />
      )}
      <CheckFix fix={check.fix} rule={check.rule} />
      <CheckWaiver check={check} checks={checks} waivers={waivers} />
      {rule && (rule.blocking || rule.prevents.length > 0) && (
        <ul className={styles.facts}>
          {rule.blocking && <li>{t('checks.blocking')}</li>}
          {rule.prevents.length > 0 && (
            <li>
              {t('checks.prevents', { classes: rule.prevents.join(', ') })}
            </li>
          )}
        </ul>
      )}
      {links.length > 0 && (
        <div className={styles.block}>
          <Text as="h4" variant="body-small" weight="bold" color="secondary">
            {t('checks.sources')}
          </Text>
          <ul className={styles.links}>
            {links.map(link => (
              <li key={link}>
                <Link
                  href={link}
                  target="_blank"
                  rel="noopener noreferrer"
                  variant="body-small"
                >
                  {linkName(link)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
