import Foundation
import Glibc

/// The processes of a session. They may have groups of their own, as those that `timeout` starts do.
struct ProcessSession: Sendable {
    private static let pause = Duration.milliseconds(20)

    /// The process that has made the session, whose number is that of the session.
    let leader: pid_t

    /// Ends all processes but the leader: those that are still there some time after SIGTERM by SIGKILL.
    ///
    /// The leader must not have been reaped: its number could be somebody else's.
    func end(grace: Duration) async {
        guard !members.isEmpty else { return }
        // In a task of its own: in one that was cancelled no pause takes any time.
        await Task {
            for process in members { kill(process, SIGTERM) }
            if await isOver(within: grace, then: nil) { return }
            _ = await isOver(within: grace, then: SIGKILL)
        }.value
    }

    /// Waits until no process is left, for so long at most. Sends each of them a signal meanwhile, again and
    /// again: they may start others.
    private func isOver(within limit: Duration, then signal: Int32?) async -> Bool {
        let end = ContinuousClock.now + limit
        while true {
            let processes = members
            if processes.isEmpty { return true }
            guard ContinuousClock.now < end else { return false }
            if let signal { for process in processes { kill(process, signal) } }
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// The living processes of the session, without the leader.
    private var members: [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter { $0 != leader && isMember($0) }
    }

    private func isMember(_ process: pid_t) -> Bool {
        guard let data = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return false }
        // `12 (name) S 1 12 12 …`: state, parent, group, session. The name may have any signs in it.
        let text = String(decoding: data, as: UTF8.self)
        guard let end = text.lastIndex(of: ")") else { return false }
        let fields = text[end...].split(separator: " ").prefix(5).map(String.init)
        return fields.count == 5 && !["Z", "X"].contains(fields[1]) && pid_t(fields[4]) == leader
    }
}
