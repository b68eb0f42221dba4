/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Every text of the plugin in English. Numbers that carry a unit or a percent
 * sign are formatted before they are put in.
 */
export const messages = {
  loading: 'Loading',
  action: {
    retry: 'Try again',
    reload: 'Reload',
    clearFilters: 'Clear filters',
  },
  severity: {
    critical: 'Critical',
    high: 'High',
    medium: 'Medium',
    low: 'Low',
    info: 'Info',
  },
  category: {
    cache: 'Layer cache',
    context: 'Build context',
    modules: 'Go modules',
    proxy: 'Module proxy',
    security: 'Security',
    image: 'Image',
    reproducible: 'Reproducibility',
    ci: 'CI',
    platform: 'Platforms',
  },
  score: {
    grade: 'Grade {{grade}}',
    label: 'Score {{score}} of 100, grade {{grade}}',
    notRated: 'Not rated',
    coverage: 'Based on {{share}} of the rules',
    cap: {
      critical: '{{raw}} before the cut for open critical findings',
      high: '{{raw}} before the cut for open high findings',
    },
    change: '{{points}} points since {{day}}',
    noHistory: 'The trend starts with the second day',
    historyLabel:
      'Score from {{from}} on {{fromDay}} to {{to}} on {{toDay}}, on a scale of 100',
    rulesetChanged: 'Rules changed to {{version}} on {{day}}',
  },
  gate: {
    pass: 'Passes the gate',
    fail: 'Fails the gate',
    passes: 'Passes',
    fails: 'Fails',
    passExplained: 'No open finding blocks this service.',
    failExplained: 'An open finding of a blocking rule stops this service.',
  },
  hitRate: {
    name: 'Cache hit rate',
    noBuilds: 'No builds yet',
    pending_one: 'Needs {{count}} more build',
    pending_other: 'Needs {{count}} more builds',
    window_one: '{{count}} build, {{days}} days',
    window_other: '{{count}} builds, {{days}} days',
  },
  card: {
    title: 'Build hygiene',
    view: 'Details',
    open_one: '{{count}} open check',
    open_other: '{{count}} open checks',
    openShort_one: '{{count}} open',
    openShort_other: '{{count}} open',
    nothingOpen: 'Nothing open',
    allPassed: 'All passed',
    categories: 'Checks by category',
    categoryLabel: '{{category}}: {{passed}} of {{rated}} checks passed',
    next: 'Best next fix',
    gain: '{{points}} points',
  },
  header: {
    label: 'Score and gate',
    source: 'Source',
  },
  scan: {
    what: 'the build hygiene of this service',
    rescan: 'Rescan',
    tryNow: 'Try now',
    queued: 'A scan is queued',
    queueFailed: 'The scan could not be queued',
    scanned: 'Scanned',
    status: {
      pending: 'Waiting for scan',
      scanned: 'Scanned',
      stale: 'Outdated',
      failed: 'Scan failed',
      'not-applicable': 'Nothing to check',
    },
    pending: {
      title: 'The first scan is on its way',
      description:
        'This service was selected and waits for its turn. The page updates by itself.',
    },
    notApplicable: {
      title: 'Nothing to check here',
      description:
        'The repository holds neither a Dockerfile nor a go.mod file, so no rule applies. That is fine, and counts neither for nor against the service.',
    },
    unknown: {
      title: 'No result',
      description: 'The last scan left no result and no error. Scan again.',
    },
    stale: {
      title: 'The last scan failed',
      shown: 'What you see is from {{when}}.',
    },
  },
  scanError: {
    tried_one: 'Tried {{count}} time, last {{when}}.',
    tried_other: 'Tried {{count}} times, last {{when}}.',
    nextTry: 'Next try {{when}}.',
    'no-source-location': {
      title: 'No source location',
      description:
        'The catalog does not say where the source of this service is. Add the annotation backstage.io/source-location to its catalog file.',
    },
    'unsupported-source': {
      title: 'The source cannot be read',
      description:
        'No reader is set up for the host or the kind of this source location. An administrator can add an integration.',
    },
    'not-found': {
      title: 'The repository was not found',
      description:
        'The host answers that there is nothing at this address. Check the source location, and that the integration may see the repository.',
    },
    forbidden: {
      title: 'No permission to read the repository',
      description:
        'The host refuses the credentials of the integration. They need read access to the code.',
    },
    'rate-limited': {
      title: 'The host asks to wait',
      description:
        'The request limit of the host is used up. Scanning goes on by itself once it allows.',
    },
    unreachable: {
      title: 'The host cannot be reached',
      description:
        'The connection failed. The scan is tried again, more and more slowly.',
    },
    'too-large': {
      title: 'The repository is too large to scan',
      description:
        'It is over the bounds of a scan. An annotation can name the Dockerfile and the context to look at.',
    },
    timeout: {
      title: 'The scan took too long',
      description: 'It was stopped at its time limit and is tried again.',
    },
    internal: {
      title: 'The scan failed',
      description:
        'Something went wrong on our side. The message below helps an administrator to find it.',
    },
  },
  failure: {
    title: 'Could not load {{what}}',
    forbidden: {
      title: 'You may not see this',
      description:
        'Your permissions do not cover it. Ask the owner of the service or a portal administrator.',
    },
    notFound: {
      title: 'Not a scanned service',
      description:
        'Build Hygiene does not know this entity. It may have opted out, the filter of services may leave it out, or it is new and selected in a few minutes.',
    },
  },
  parseErrors: {
    title_one: '{{count}} place could not be read',
    title_other: '{{count}} places could not be read',
    description: 'Rules that do not need them still count.',
  },
  matrix: {
    title: 'What re-runs when you change…',
    explanation:
      'Each row is a step of the Dockerfile, each column a kind of commit. A bar starts at the step that the commit invalidates and takes everything below it along.',
    unit: 'Dockerfile',
    predicted: 'predicted cache hit rate',
    gridLabel: 'Steps of {{unit}} by kind of commit',
    stepColumn: 'Step',
    stage: 'Stage {{name}}',
    line: 'Line {{line}}',
    notApplicable: 'No such files',
    notApplicableWhy:
      'The repository has no file of this kind, so no such commit happens.',
    cellLabel: '{{outcome}}. {{scenario}}, line {{line}}: {{text}}',
    when: 'on a change of: {{scenario}}',
    sameOutput:
      'What it leaves behind stays the same, so steps that copy from it stay cached.',
    changed: 'Assumed commit: {{path}}',
    changedMore_one: 'Assumed commit: {{path}} and {{count}} more file',
    changedMore_other: 'Assumed commit: {{path}} and {{count}} more files',
    sum: 'Steps that re-run',
    sumValue: '{{number}} of {{total}}',
    unknowns: 'What the model cannot know here',
    headline: {
      reruns:
        'A change of Go source re-runs {{number}} of {{total}} steps, and downloads every module again.',
      cheaper:
        'A change of Go source re-runs {{number}} of {{total}} steps; the module download re-runs too, but takes modules from a cache mount.',
      cached:
        'A change of Go source re-runs {{number}} of {{total}} steps; the modules stay cached.',
      plain: 'A change of Go source re-runs {{number}} of {{total}} steps.',
      docs: 'Even a change of the README re-runs {{number}} of {{total}} steps.',
    },
    scenario: {
      source: { name: 'Go source', hint: 'One .go file' },
      modules: { name: 'Modules', hint: 'go.mod and go.sum' },
      tests: { name: 'Tests', hint: 'One _test.go file' },
      docs: { name: 'Docs', hint: 'README, Markdown' },
      ci: { name: 'CI', hint: 'Workflow files' },
      dockerfile: { name: 'Dockerfile', hint: 'Its first lines' },
      'commit-only': { name: 'New commit', hint: 'No file at all' },
    },
    kind: {
      'module-download': 'modules',
      compile: 'compiles',
      'package-install': 'packages',
    },
    outcome: {
      cached: 'Cached',
      cheaper: 'Cheaper',
      reruns: 'Re-runs',
      follows: 'Follows',
    },
    legend: {
      label: 'Legend',
      cached: 'taken from the layer cache',
      cheaper: 're-runs, helped by a cache mount',
      reruns: 'the commit invalidates it',
      follows: 're-runs because a step above does',
    },
    empty: {
      title: 'No Dockerfile to look at',
      description:
        'The layer cache model needs a Dockerfile with at least one step that it can read.',
    },
  },
  checks: {
    title: 'Checks',
    explanation_one: '{{count}} check of ruleset {{version}}',
    explanation_other: '{{count}} checks of ruleset {{version}}',
    stateFilter: 'Filter by state',
    severityFilter: 'Severity',
    categoryFilter: 'Category',
    search: 'Search checks',
    showAll: 'Show all checks',
    state: {
      fail: 'Failing',
      partial: 'Partly',
      error: 'Errors',
      pending: 'Pending',
      waived: 'Waived',
      pass: 'Passed',
      'not-applicable': 'Not applicable',
      all: 'All',
    },
    stateOne: {
      fail: 'Fails',
      partial: 'Passes in part',
      error: 'Could not be evaluated',
      pending: 'Needs more data',
      waived: 'Waived',
      pass: 'Passes',
      'not-applicable': 'Does not apply',
    },
    delta: '{{points}} points',
    deltaTitle: 'What the score gains when this check passes',
    more_one: 'and {{count}} more place',
    more_other: 'and {{count}} more places',
    evidence_one: 'Evidence',
    evidence_other: 'Evidence in {{count}} places',
    excerptLabel: 'Source lines at {{place}}',
    why: 'Why it matters',
    how: 'How to fix it',
    howKept: 'How to keep it',
    blocking: 'Fails the gate while open',
    prevents: 'Prevents failed builds of class {{classes}}',
    source: 'Read more at {{host}}',
    empty: {
      title: 'No check matches',
      description: 'No check of this service fits the chosen filters.',
    },
  },
  builds: {
    title: 'Builds',
    what: 'the builds',
    whatOne: 'this build',
    explanation:
      'Share of cacheable steps that came from the cache, by build. Failed builds do not count.',
    chartLabel_one:
      'Cache hit rate of the last build; the table below lists it',
    chartLabel_other:
      'Cache hit rates of the last {{count}} builds; the table below lists them',
    keyBars: 'Hit rate of a build',
    keyLine: 'Mean of {{number}} builds',
    stepsCached: '{{rate}}, {{cached}} of {{cacheable}} steps cached',
    trend: {
      up: 'Getting better: {{newer}} over the last {{number}} builds, {{older}} over the {{number}} before.',
      down: 'Getting worse: {{newer}} over the last {{number}} builds, {{older}} over the {{number}} before.',
      flat: 'Steady: {{newer}} over the last {{number}} builds, {{older}} over the {{number}} before.',
      none: 'Too few builds for a trend.',
    },
    tableLabel: 'Builds, newest first',
    column: {
      started: 'Started',
      outcome: 'Outcome',
      commit: 'Commit',
      hitRate: 'Hit rate',
      steps: 'Cached steps',
      duration: 'Duration',
    },
    outcome: {
      success: 'Succeeded',
      failure: 'Failed',
      incomplete: 'Cut off',
    },
    step: {
      cached: 'Cached',
      executed: 'Executed',
      failed: 'Failed',
      canceled: 'Canceled',
      skipped: 'Skipped',
    },
    toggle: 'Build of {{when}}',
    run: 'CI run',
    notCounted: 'Not counted',
    cachedOf: '{{cached}} of {{cacheable}}',
    shown: '{{shown}} of {{total}} builds',
    older: 'Older builds',
    format: 'Read from {{format}}',
    image: 'Image {{image}}',
    context: 'Context {{size}}',
    executed: 'Executed steps took {{seconds}}',
    warning: 'Note: {{warning}}',
    incomplete:
      'The log ends before the build does: it was cut off, or the build was canceled.',
    noSteps: 'The log tells of no steps.',
    stage: 'Stage {{name}}',
    noStage: 'Outside any stage',
    timed: 'Bars stand where their step ran; the full width is {{seconds}}.',
    untimed:
      'The log does not say when steps started: lengths are true, places are not.',
    internal_one: '{{count}} internal step of the builder · {{seconds}}',
    internal_other: '{{count}} internal steps of the builder · {{seconds}}',
    none: {
      title: 'No builds yet',
      description:
        'Add this step to the CI job that builds the image. It keeps the log of the build and sends it here; hit rates appear after the first builds.',
    },
  },
  failureKind: {
    network: 'Network',
    auth: 'Credentials',
    filesystem: 'File system',
    command: 'Command',
    configuration: 'Configuration',
    cache: 'Cache',
    resource: 'Resources',
    infrastructure: 'Builder',
    unknown: 'Unknown cause',
  },
  diagnosis: {
    label: 'Why the build failed',
    transient: 'May pass on a second try',
    permanent: 'Fails again until it is fixed',
    step: 'In step',
    line: 'The line of the log that shows it',
    fix: 'What to do',
    rules: 'Prevented by',
  },
  report: {
    what: 'the report',
    subtitle: 'Fast, reproducible and safe Docker builds of Go services',
    tab: {
      overview: 'Overview',
      services: 'Services',
    },
    tile: {
      median: 'Median score',
      medianNote_one: 'over {{count}} rated service',
      medianNote_other: 'over {{count}} rated services',
      gate: 'Pass the gate',
      gateNote_one: '{{count}} service fails',
      gateNote_other: '{{count}} services fail',
      gateNone: 'no service is rated yet',
      criticals: 'Open critical findings',
      criticalsNote: 'over all services',
      hitRate: 'Mean cache hit rate',
      hitRateNote_one: '{{count}} service, {{builds}} builds in {{days}} days',
      hitRateNote_other:
        '{{count}} services, {{builds}} builds in {{days}} days',
      hitRateNone: 'too few builds so far',
      unrated: 'Without a score',
    },
    unrated: {
      pending: '{{number}} waiting',
      failed: '{{number}} failed',
      notApplicable: '{{number}} nothing to check',
      notRated: '{{number}} too little data',
      none: 'every service is rated',
    },
    grades: {
      title: 'Grades',
      explanation: 'Rated services by grade. A means: nothing high is open.',
    },
    range: {
      A: '90–100',
      B: '80–89',
      C: '65–79',
      D: '50–64',
      F: '0–49',
    },
    rules: {
      title: 'Rules that most services fail',
      explanation: 'Fix these in a template or by a pull request to many.',
      none: 'No service fails any rule.',
    },
    services_one: '{{count}} service',
    services_other: '{{count}} services',
    empty: {
      title: 'No services yet',
      description:
        'Once the catalog holds components with a source location, they are scanned and appear here.',
    },
  },
  services: {
    what: 'the services',
    filters: 'Filters',
    search: 'Search services',
    tags: 'Further filters',
    builds_one: '{{count}} build',
    builds_other: '{{count}} builds',
    page_one: 'Page {{page}} of {{pages}} · {{count}} service',
    page_other: 'Page {{page}} of {{pages}} · {{count}} services',
    filter: {
      owner: 'Owner',
      system: 'System',
      lifecycle: 'Lifecycle',
      grade: 'Grade',
      status: 'Scan',
    },
    tag: {
      rule: 'Fails {{rule}}',
      severity: 'Open finding: {{severity}}',
    },
    column: {
      name: 'Service',
      owner: 'Owner',
      score: 'Score',
      gate: 'Gate',
      open: 'Open findings',
      hitRate: 'Hit rate',
      scanned: 'Scanned',
    },
    open: {
      critical: '{{number}} critical',
      high: '{{number}} high',
      other: '{{number}} lower',
      none: 'None',
    },
    empty: {
      title: 'No service matches',
      description: 'Take away a filter to see more.',
    },
  },
} as const;
