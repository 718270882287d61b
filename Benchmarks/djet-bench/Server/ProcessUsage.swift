import Foundation

/// The resources that a process has used, by the kernel's account.
struct ProcessUsage: Sendable {
    /// The sum of all its threads, in user and kernel mode.
    let cpuSeconds: Double
    let residentMegabytes: Double

    /// Throws if there is no such process.
    init(of process: Int32) throws {
        let stat = try Self.text("/proc/\(process)/stat")
        // The program's name may hold anything, but ends with the last parenthesis.
        let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else {
            throw BenchError("/proc/\(process)/stat is not what it should be: \(stat)")
        }
        cpuSeconds = (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
        residentMegabytes = try Self.resident(of: process)
    }

    /// Reads `VmRSS:     12345 kB`, in which a kB is 1,024 bytes.
    private static func resident(of process: Int32) throws -> Double {
        let status = try text("/proc/\(process)/status")
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        guard let kilobytes = line?.split(whereSeparator: \.isWhitespace)[1], let number = Double(kilobytes)
        else { throw BenchError("/proc/\(process)/status does not tell how much memory it has") }
        return number * 1.024 / 1000
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }
}
