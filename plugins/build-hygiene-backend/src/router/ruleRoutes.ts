/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { NotFoundError } from '@backstage/errors';
import { RuleDescription } from '@build-hygiene/engine';
import {
  RulesResponse,
  RuleSummary,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Router } from 'express';
import { EntityVisibility } from '../access';
import { ServiceStore } from '../database';
import { RuleCatalogue } from '../scanning';
import { RouteAccess } from './RouteAccess';

export interface RuleRoutesOptions {
  services: ServiceStore;
  visibility: EntityVisibility;
  rules: RuleCatalogue;
}

/** The rules: all for lists, one with its texts, and how many services fail each. */
export function addRuleRoutes(
  router: Router,
  options: RuleRoutesOptions,
  access: RouteAccess,
): void {
  const { services, visibility } = options;
  const { rulesetVersion, rules } = options.rules;
  const list: RulesResponse = { rulesetVersion, rules: rules.map(summarise) };
  const byId = new Map(rules.map(rule => [rule.id, rule]));

  router.get('/rules', async (request, response) => {
    await access.authorizeRead(request);
    response.json(list);
  });

  router.get('/rules/:category/:name', async (request, response) => {
    await access.authorizeRead(request);
    const { category, name } = request.params;
    const rule = byId.get(`${category}/${name}`);
    if (!rule) {
      throw new NotFoundError(`There is no rule ${category}/${name}`);
    }
    response.json(rule);
  });

  router.get('/report/rules', async (request, response) => {
    const credentials = await access.authorizeRead(request);
    response.json({
      rules: await services.countRules(
        await visibility.visibleServices(credentials),
      ),
    });
  });
}

function summarise(rule: RuleDescription): RuleSummary {
  const { id, title, category, severity, fix } = rule;
  return { id, title, category, severity, fix };
}
