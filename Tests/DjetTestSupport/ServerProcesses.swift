import Foundation

/// All processes of a PostgreSQL server.
package struct ServerProcesses {
    private let postmaster: Int32

    /// Returns nil if no server has been started in the folder.
    package init?(inDataFolder data: String) {
        let text = try? String(contentsOfFile: "\(data)/postmaster.pid", encoding: .utf8)
        guard let line = text?.split(separator: "\n").first, let id = Int32(line) else { return nil }
        postmaster = id
    }

    /// Sends a signal to all processes: first to the postmaster, which starts the others.
    package func signal(_ signal: Int32) {
        kill(postmaster, signal)
        for id in children { kill(id, signal) }
    }

    /// Sends a signal to the postmaster alone, which accepts connections and requests to cancel.
    package func signalPostmaster(_ signal: Int32) {
        kill(postmaster, signal)
    }

    /// Kills all processes, also stopped ones. Their list is made first: orphans have another parent.
    package func end() {
        for id in [postmaster] + children { kill(id, SIGKILL) }
    }

    private var children: [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { parent(of: $0) == postmaster }
    }

    private func parent(of process: Int32) -> Int32? {
        // The name, in parentheses, may hold anything.
        let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let fields = text?.split(separator: ")").last?.split(separator: " ")
        return fields?.dropFirst().first.flatMap { Int32($0) }
    }
}
