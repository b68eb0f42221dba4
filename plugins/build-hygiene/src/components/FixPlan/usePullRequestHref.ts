/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  configApiRef,
  useApi,
  useApiHolder,
  useRouteRef,
} from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useRequest } from '../../requests';
import { fixTemplateRouteRef } from '../../routes';
import { isHosted } from './isHosted';

const DEFAULT_TEMPLATE = 'template:default/fix-build-hygiene';

/**
 * Links to the template that opens a pull request, with its form filled in.
 * Undefined where there is no scaffolder, no such template, or no repository
 * that a pull request could be opened in.
 */
export function usePullRequestHref(
  source: string | undefined,
):
  | ((fix: {
      service: string;
      rules: readonly string[];
      diffDigest?: string;
    }) => string)
  | undefined {
  const route = useRouteRef(fixTemplateRouteRef);
  const config = useApi(configApiRef);
  const catalog = useApiHolder().get(catalogApiRef);
  const template = stringifyEntityRef(
    parseEntityRef(
      config.getOptionalString('buildHygiene.fixTemplate') ?? DEFAULT_TEMPLATE,
      { defaultKind: 'template', defaultNamespace: 'default' },
    ),
  );
  const { value: found } = useRequest(
    route && catalog && isHosted(source) ? template : undefined,
    async () => (await catalog?.getEntityByRef(template)) !== undefined,
  );
  if (!route || !found) {
    return undefined;
  }
  const { namespace, name: templateName } = parseEntityRef(template);
  return fix =>
    `${route({ namespace, templateName })}?${new URLSearchParams({
      formData: JSON.stringify({ fix }),
    })}`;
}
