package import DjetModel
import DjetStore
import Logging

/// Logs so many lines, waits at a gate, which a test opens, and logs one more. Then it returns, or fails.
package struct WriteLog: ModelFunction {
    package static let name = "test.write-log"
    package static let retry = Retry.never
    package var lines: Int
    package var gate: Int?
    package var fails: Bool?

    package init(lines: Int, gate: Int? = nil, fails: Bool = false) {
        self.lines = lines
        self.gate = gate
        self.fails = fails
    }

    package func run(in model: Model) async throws -> Int {
        for number in 0..<lines { model.logger.info("line \(number)", metadata: ["number": "\(number)"]) }
        await model.report(done: lines, of: lines + 1)
        if let gate { try await model.database.query("select pg_advisory_xact_lock_shared(\(gate))") }
        model.logger.warning("the last line\0 of all")
        if fails == true { throw ModelError.conflict("enough said") }
        return lines
    }
}
