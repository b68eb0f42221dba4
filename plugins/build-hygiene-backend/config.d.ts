/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { HumanDuration } from '@backstage/types';

export interface Config {
  buildHygiene?: {
    /**
     * Which catalog entities are services, as a filter predicate. Entities with
     * the annotation `build-hygiene/disabled: 'true'` are left out.
     * Default: `kind: Component`.
     */
    entityFilter?: object;

    selection?: {
      /**
       * How often the catalog is asked for services. Default: a minute.
       */
      interval?: HumanDuration | string;
    };

    scan?: {
      /**
       * Time from one scan of a service to the next. A repository that did not
       * change is not read again. Default: 6 hours.
       */
      interval?: HumanDuration | string;
      /**
       * How often each backend instance looks for work. Default: 10 seconds.
       */
      pollInterval?: HumanDuration | string;
      /**
       * Time limit for reading one repository. Default: a minute.
       */
      timeout?: HumanDuration | string;
      /**
       * Time limit for analysing one repository, or for planning its fixes.
       * Default: 2 minutes.
       */
      analysisTimeout?: HumanDuration | string;
      /**
       * Scans at the same time in each backend instance. Default: 4.
       */
      concurrency?: number;
      /**
       * Threads of each backend instance that analyse what scans have read.
       * With 0, the backend's own thread does, which keeps everything else in
       * it waiting, and without a time limit. Default: 2.
       */
      threads?: number;
    };

    /**
     * Reading of local folders, for development and demos.
     */
    local?: {
      /**
       * Folders below which the folders of `file:` entities are read. Relative
       * paths start at the backend's working directory. Default: none.
       */
      roots?: string[];
    };

    /**
     * The module sources of the organisation. They are looked at, and scans ask
     * them for retracted and deprecated modules; no other host is contacted.
     * Default: none, and no network.
     */
    moduleSources?: {
      /**
       * The sources, as `GOPROXY` has them in builds:
       * `https://goproxy.corp.example|https://proxy.golang.org,direct`.
       * @visibility secret
       */
      list?: string;
      /**
       * Modules that no source is asked for, as `GOPRIVATE` names them.
       */
      private?: string;
      /**
       * The checksum database, as `GOSUMDB` has it: `sum.golang.org`, or a name
       * and an address. Default: none is looked at.
       * @visibility secret
       */
      checksumDatabase?: string;
      /**
       * How sources are reached that ask who is there.
       */
      access?: Array<{
        /**
         * The source, as it is in the list.
         * @visibility secret
         */
        url: string;
        /**
         * Value of the `Authorization` header, sent to this source alone.
         * @visibility secret
         */
        authorization?: string;
      }>;
      /**
       * The public module that sources are tried with. Default:
       * `golang.org/x/text` at `v0.14.0`.
       */
      canary?: {
        module: string;
        version: string;
        /**
         * The hash of its go.mod as go.sum has it, `h1:…`. Default: the content
         * is not compared.
         */
        goModHash?: string;
      };
      /**
       * A private module that the sources have to serve. Default: none is asked
       * for.
       */
      privateCanary?: {
        module: string;
        version: string;
        /**
         * As for the public one.
         */
        goModHash?: string;
      };
      /**
       * Time from one look at the sources to the next. Default: 5 minutes.
       */
      interval?: HumanDuration | string;
      /**
       * Time limit of one request to a source. Default: 5 seconds.
       */
      timeout?: HumanDuration | string;
      /**
       * Whether scans ask the sources for what services require. Default: true.
       */
      lookUp?: boolean;
    };

    /**
     * When failed builds are an incident: the same failure at the same server
     * in the builds of many services.
     */
    incidents?: {
      /**
       * How many services have to fail alike at one server for an incident.
       * Default: 3.
       */
      services?: number;
      /**
       * Within which time they have to. An incident goes on until there is no
       * such failure for as long. Default: an hour.
       */
      window?: HumanDuration | string;
    };

    /**
     * For how long history is kept. Pages look back 90 days.
     */
    retention?: {
      /**
       * For how long builds are kept, with their steps. 91 days or more.
       * Default: 400 days.
       */
      builds?: HumanDuration | string;
      /**
       * For how long scores and sums of builds are kept, of each service and
       * day. 91 days or more. Default: 400 days.
       */
      history?: HumanDuration | string;
    };

    badges?: {
      /**
       * Whether badges are served to whoever can reach the backend, without
       * signing in: READMEs show them then. Default: false.
       * @visibility frontend
       */
      public?: boolean;
    };

    /**
     * What owners hear of their services, where Backstage's notifications are
     * installed.
     */
    notifications?: {
      /**
       * Whether owners are notified. Default: true.
       */
      enabled?: boolean;
      /**
       * How many points a score has to lose for a message. A lost grade is one
       * in any case. Default: 5.
       */
      regressionPoints?: number;
      /**
       * How many days before the end of a waiver its owner hears of it.
       * Default: 7.
       */
      waiverDays?: number;
      /**
       * When weekly digests go out, in UTC. Who had one this week gets no other
       * one: several times in a row make up for a break. Default:
       * `0 8-11 * * 1`, Monday mornings.
       */
      digestCron?: string;
      /**
       * Path of the page of a service that messages lead to. Default:
       * `/catalog/:namespace/:kind/:name/build-hygiene`.
       */
      locationTemplate?: string;
      /**
       * Path of the report's list of services. Default:
       * `/build-hygiene/services`.
       */
      reportLocation?: string;
    };

    waivers?: {
      /**
       * How many days ahead the last day of a waiver may be. Default: 180.
       */
      maximumDays?: number;
    };

    builds?: {
      /**
       * Bytes of the largest build log that is taken in, before and after it is
       * unpacked. Default: 50 MiB.
       */
      maximumLogBytes?: number;

      /**
       * CI systems whose jobs may send builds with the OpenID Connect tokens
       * that they get there. A job can send builds of entities whose source
       * location is in the job's repository, and of no others. Default: none.
       */
      oidc?: Array<{
        /**
         * As it stands in the tokens: `https://token.actions.githubusercontent.com`,
         * `https://gitlab.example.com`.
         */
        issuer: string;
        /**
         * What jobs ask for their token for. Use the address of this Backstage.
         */
        audience: string | string[];
        /**
         * `github-actions`, `gitlab`, or another name; builds are shown with
         * it. Default: known from the issuer for GitHub and gitlab.com.
         */
        provider?: string;
        /**
         * What the token's repository is a path below. Default: the host of the
         * issuer's repositories, for GitHub and GitLab.
         */
        repositories?: string;
        /**
         * Where the issuer's keys are. Default: as its discovery document says.
         */
        jwksUri?: string;
        /**
         * Names of claims, for other providers.
         */
        claims?: {
          repository?: string;
          commit?: string;
          branch?: string;
          runId?: string;
          attempt?: string;
        };
      }>;
    };
  };
}
