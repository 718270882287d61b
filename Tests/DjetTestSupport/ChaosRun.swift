/// A run of `chaos` that has ended. Its README lists the faults and the checks.
package struct ChaosRun {
    /// 0 if nothing was lost or done twice, all calls were answered within their limits, and no worker
    /// stayed away.
    package let code: Int32
    package let text: String

    /// Runs `chaos` to its end, if asked without a `part` of Djet (`fence`, `ring` or `count`).
    package init(_ arguments: [String], without part: String? = nil) async throws {
        let environment = part.map { ["DJET_CHAOS_WITHOUT": $0] } ?? [:]
        let process = try TestProcess("chaos", arguments, environment: environment)
        text = try await process.text()
        code = await process.exitCode()
    }

    /// The time until the slowest worker was back at work after the only kind of fault of the run. Nil if no
    /// fault hit.
    package var timeToReturn: Duration? {
        text.firstMatch(of: #/back at work +([0-9.]+) s after/#).flatMap { Double($0.1) }.map { .seconds($0) }
    }
}
