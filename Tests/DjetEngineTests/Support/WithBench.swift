import DjetEngine
import DjetModel
import DjetTestSupport

/// Serves the workbench while `body` runs.
func withBench<Result: Sendable>(
    limits: SiteLimits = SiteLimits(), connections: ConnectionLimits = ConnectionLimits(), proxies: Int = 0,
    _ body: (TestSite) async throws -> Result
) async throws -> Result {
    try await withDatabase { database in
        try await withSite(
            database.model(), engines: [BenchEngine()], templates: BenchEngine.templates,
            seeds: [BenchEngine.seed], limits: limits, connections: connections, proxies: proxies, body)
    }
}
