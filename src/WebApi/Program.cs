using CmeOrleans.WebApi.Cli;

return await CommandLine.RunAsync(args);
