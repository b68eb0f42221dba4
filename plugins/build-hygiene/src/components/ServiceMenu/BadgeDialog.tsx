/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import useAsync from 'react-use/esm/useAsync';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  configApiRef,
  discoveryApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { useServiceHref } from '../../routes';
import { useTranslation } from '../../translation';
import { Snippet } from '../Snippet';
import { Surface } from '../Surface';
import styles from './BadgeDialog.module.css';
import { badgeMarkdown } from './badgeMarkdown';

/** The badge as it looks, and what to write into a README to have it there. */
export function BadgeDialog(props: {
  entityRef: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const { entityRef, isOpen, onOpenChange } = props;
  const { t } = useTranslation();
  const config = useApi(configApiRef);
  const discovery = useApi(discoveryApiRef);
  const href = useServiceHref();
  const { value: baseUrl } = useAsync(
    () => discovery.getBaseUrl('build-hygiene'),
    [discovery],
  );
  const badge =
    baseUrl === undefined
      ? undefined
      : badgeMarkdown({
          entityRef,
          baseUrl,
          pageUrl: new URL(
            href(entityRef),
            config.getOptionalString('app.baseUrl') ?? window.location.origin,
          ).href,
        });
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} width={640}>
      <DialogHeader>{t('share.badgeTitle')}</DialogHeader>
      <DialogBody>
        <Surface>
          {badge && (
            <div className={styles.badge}>
              <Text as="p" variant="body-medium" color="secondary">
                {t('share.badgeExplained')}
              </Text>
              <img
                className={styles.picture}
                src={badge.imageUrl}
                alt={t('share.badgePreview', {
                  name: parseEntityRef(entityRef).name,
                })}
              />
              <Snippet
                text={badge.markdown}
                label={t('share.badgeMarkdown')}
                copyLabel={t('share.badgeCopy')}
                copiedText={t('share.badgeCopied')}
              />
            </div>
          )}
        </Surface>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('share.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
