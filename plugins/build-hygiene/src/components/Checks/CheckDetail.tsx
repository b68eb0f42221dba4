/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Link, Skeleton, Text } from '@backstage/ui';
import { ReportedCheck, RuleDescription } from '@build-hygiene/engine';
import { ScanState } from '@build-hygiene/plugin-build-hygiene-common';
import { useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import { SourceExcerpt, sourceLineUrl } from '../SourceExcerpt';
import styles from './CheckDetail.module.css';

/** Paragraphs, and fenced or indented code as the rules write it. */
function Prose({ text }: { text: string }) {
  const blocks = text.split(/\n{2,}|(?=```)|(?<=```)\n/);
  return (
    <>
      {blocks
        .filter(block => block.trim() !== '' && block.trim() !== '```')
        .map((block, index) => {
          const fence = block.match(/^```\w*\n([\s\S]*?)(?:```)?$/);
          return fence ? (
            <pre key={index} className={styles.code}>
              {fence[1].trimEnd()}
            </pre>
          ) : (
            <p key={index} className={styles.paragraph}>
              <CodeText text={block} />
            </p>
          );
        })}
    </>
  );
}

function isUrl(source: string): boolean {
  return source.startsWith('https://');
}

/** Why it matters, the evidence, and how to fix it. */
export function CheckDetail(props: {
  check: ReportedCheck;
  rule?: RuleDescription;
  scan: ScanState;
}) {
  const { check, rule, scan } = props;
  const { t } = useTranslation();
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
                  <CodeText text={finding.message} />
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
      {rule ? (
        <div className={styles.help}>
          <div className={styles.block}>
            <Text as="h4" variant="body-small" weight="bold" color="secondary">
              {t('checks.why')}
            </Text>
            <Prose text={rule.why} />
          </div>
          <div className={styles.block}>
            <Text as="h4" variant="body-small" weight="bold" color="secondary">
              {check.state === 'pass' ? t('checks.howKept') : t('checks.how')}
            </Text>
            <Prose text={rule.howToFix} />
          </div>
        </div>
      ) : (
        <div className={styles.help}>
          <Skeleton width="100%" height={72} />
          <Skeleton width="100%" height={72} />
        </div>
      )}
      {rule && (
        <ul className={styles.facts}>
          {rule.blocking && <li>{t('checks.blocking')}</li>}
          {rule.prevents.length > 0 && (
            <li>
              {t('checks.prevents', { classes: rule.prevents.join(', ') })}
            </li>
          )}
          {links.map(link => (
            <li key={link}>
              <Link
                href={link}
                target="_blank"
                rel="noopener noreferrer"
                variant="body-small"
              >
                {t('checks.source', { host: new URL(link).hostname })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
