import DjetStore
import Foundation

/// Stands between clients and servers, and carries out cuts of their connections. One thread does all the
/// work.
final class Proxy: Sendable {
    /// A path where clients connect, and the path of their server.
    struct Door: Sendable {
        let path: String
        let server: String
    }

    struct Orders {
        var cuts: [Cut] = []
        var isOver = false
    }

    let orders = Guarded(Orders())
    let counts = Guarded(ProxyCounts())
    /// The callback for each process that is hit, with the fault and its duration.
    let onHit: @Sendable (Int32, _ how: String, _ span: Duration) -> Void
    let dropsRings: Bool
    private let waker: Int32
    private let ended: Task<Void, Never>

    /// Opens the doors and starts the thread.
    init(
        _ doors: [Door], dropsRings: Bool,
        onHit: @escaping @Sendable (Int32, _ how: String, _ span: Duration) -> Void
    ) throws {
        self.onHit = onHit
        self.dropsRings = dropsRings
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw ChaosError("there is no pipe for the proxy") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        waker = ends[1]
        let places = try doors.map { (place: try UnixSocket.listen(at: $0.path), server: $0.server) }
        let (stream, tell) = AsyncStream.makeStream(of: Void.self)
        ended = Task { for await _ in stream {} }
        let wake = ends[0]
        Thread.detachNewThread { [self] in
            ProxyLoop(self, wakesBy: wake, doors: places).run()
            tell.finish()
        }
    }

    func cut(_ cut: Cut) {
        orders.withLock { $0.cuts.append(cut) }
        wakeUp()
    }

    /// Closes all connections and doors, and waits for the end of the thread.
    func end() async {
        orders.withLock { $0.isOver = true }
        wakeUp()
        await ended.value
        close(waker)
    }

    private func wakeUp() {
        var byte: UInt8 = 0
        _ = write(waker, &byte, 1)
    }
}
