  source: string,
  script: PlacedScript,
  { span, nameSpan }: ShellCommand,
