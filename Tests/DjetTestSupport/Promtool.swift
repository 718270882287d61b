import Foundation

/// Prometheus' own tool, of Debian's package `prometheus`, which checks what it would be given.
package enum Promtool {
    /// True if a folder of `PATH` has it.
    package static var isInstalled: Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains { folder in
            FileManager.default.isExecutableFile(atPath: "\(folder)/promtool")
        }
    }

    /// Checks something, such as `["metrics"]` that come as `input`. Returns what it finds; empty if all is
    /// well.
    package static func faults(of what: [String], input: String = "") async throws -> String {
        let promtool = try TestProcess("promtool", ["check"] + what, isBuiltHere: false)
        try promtool.say(input)
        try promtool.sayNoMore()
        let output = try await promtool.text()
        let status = await promtool.exitCode()
        return status == 0 ? "" : "promtool ends with \(status), its errors are above: \(output)"
    }
}
