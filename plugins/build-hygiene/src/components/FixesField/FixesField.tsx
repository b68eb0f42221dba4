/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useApi } from '@backstage/core-plugin-api';
import { Alert, Box, Skeleton, Text } from '@backstage/ui';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';
import { useTranslation } from '../../translation';
import { RequestFailure } from '../StateMessage';
import { Surface } from '../Surface';
import { FixesFieldProps, FixesValue } from './fixesFieldSchema';
import { obstacleOf } from './obstacleOf';
import { ServiceFixes } from './ServiceFixes';
import { ServicePicker } from './ServicePicker';
import styles from './FixesField.module.css';

/** A field of scaffolder templates that picks a service and its fixes. */
export function FixesField(props: FixesFieldProps) {
  const { formData, onChange, schema, uiSchema, rawErrors } = props;
  const { t } = useTranslation();
  const isDisabled = props.disabled || props.readonly;
  const service = formData?.service || undefined;
  const description = uiSchema['ui:description'] ?? schema.description;
  return (
    <Surface>
      <Box bg="neutral" className={styles.field}>
        <ServicePicker
          label={schema.title ?? t('fix.form.service')}
          service={service}
          onChange={next => onChange({ service: next })}
          isRequired={props.required}
          isDisabled={isDisabled}
          isInvalid={service === undefined && rawErrors && rawErrors.length > 0}
        />
        {typeof description === 'string' && (
          <Text as="p" variant="body-small" color="secondary">
            {description}
          </Text>
        )}
        {service !== undefined && (
          <ChosenService
            key={service}
            service={service}
            value={formData ?? {}}
            onChange={onChange}
            needsRepository={uiSchema['ui:options']?.needsRepository ?? false}
            isDisabled={isDisabled}
          />
        )}
      </Box>
    </Surface>
  );
}

function ChosenService(props: {
  service: string;
  value: FixesValue;
  onChange: (value: FixesValue) => void;
  needsRepository: boolean;
  isDisabled?: boolean;
}) {
  const { service, value, onChange, needsRepository, isDisabled } = props;
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const request = useRequest(service, signal =>
    api.getService(service, { signal }),
  );
  const detail = request.value;
  if (!detail) {
    return request.error ? (
      <RequestFailure
        compact
        error={request.error}
        what={t('fix.form.fixes')}
        onRetry={request.reload}
      />
    ) : (
      <div className={styles.skeleton} aria-busy>
        <Skeleton width="100%" height={40} />
        <Skeleton width="100%" height={40} />
      </div>
    );
  }
  const obstacle = obstacleOf(detail, { needsRepository });
  return (
    <>
      {obstacle && (
        <div role="status">
          <Alert
            status={obstacle === 'nothing' ? 'info' : 'warning'}
            icon
            title={t(`fix.form.obstacle.${obstacle}`)}
          />
        </div>
      )}
      {obstacle !== 'notScanned' && obstacle !== 'nothing' && (
        <ServiceFixes
          detail={detail}
          value={value}
          onChange={onChange}
          isDisabled={isDisabled}
        />
      )}
    </>
  );
}
