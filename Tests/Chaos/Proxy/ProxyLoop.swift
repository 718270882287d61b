import DjetStore
import Glibc

/// The loop of the proxy's thread: it waits until bytes can be read or written, or are due, and passes them
/// on.
final class ProxyLoop {
    private let proxy: Proxy
    private let wake: Int32
    private let doors: [(place: Int32, server: String)]
    var links: [Link] = []
    /// The orders to sever the next connections that send a request of the kind.
    var severs: [(place: Cut.Place, onlyCommits: Bool)] = []
    /// The servers whose connections are swallowed, and those that have taken the place of others.
    private var swallowed: Set<String> = []
    private var successors: [String: String] = [:]
    private var delay = Duration.zero
    private var delayEnds = ContinuousClock.now

    init(_ proxy: Proxy, wakesBy wake: Int32, doors: [(place: Int32, server: String)]) {
        self.proxy = proxy
        self.wake = wake
        self.doors = doors
    }

    func run() {
        while true {
            let (cuts, isOver) = proxy.orders.withLock { orders in
                defer { orders.cuts = [] }
                return (orders.cuts, orders.isOver)
            }
            guard !isOver else { break }
            for cut in cuts { obey(cut) }
            turn()
        }
        for link in links { link.close() }
        for door in doors { close(door.place) }
        close(wake)
    }

    // MARK: A turn

    private func turn() {
        let now = ContinuousClock.now
        var polls = [pollfd(fd: wake, events: Int16(POLLIN), revents: 0)]
        polls += doors.map { pollfd(fd: $0.place, events: Int16(POLLIN), revents: 0) }
        for link in links {
            let interest = link.interest(now)
            // An end without interest is left out of the poll, which would report one that is gone again and
            // again.
            polls.append(
                pollfd(fd: interest.client == 0 ? -1 : link.client, events: interest.client, revents: 0))
            polls.append(
                pollfd(fd: interest.server == 0 ? -1 : link.server, events: interest.server, revents: 0))
        }
        poll(&polls, nfds_t(polls.count), timeout(now))
        if polls[0].revents != 0 { sleepIsOver() }
        let present = links
        for (index, door) in doors.enumerated() where polls[1 + index].revents != 0 { letIn(at: door) }
        let first = 1 + doors.count
        for (index, link) in present.enumerated() {
            if polls[first + 2 * index].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 { hearClient(link) }
            if polls[first + 2 * index + 1].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
                hearServer(link)
            }
            link.send(.now)
        }
        links.removeAll { $0.isOver }
    }

    private func timeout(_ now: ContinuousClock.Instant) -> Int32 {
        guard let next = links.compactMap({ $0.next(now) }).min() else { return -1 }
        return Int32(max(now.duration(to: next) / .milliseconds(1), 0).rounded(.up))
    }

    private func sleepIsOver() {
        var bytes = [UInt8](repeating: 0, count: 64)
        _ = read(wake, &bytes, bytes.count)
    }

    private func letIn(at door: (place: Int32, server: String)) {
        guard let client = UnixSocket.accept(at: door.place) else { return }
        let path = successors[door.server] ?? door.server
        // A client that finds no server here tries the next host.
        guard let server = UnixSocket.connect(to: path) else {
            close(client)
            return
        }
        let filter = proxy.dropsRings ? RingFilter() : nil
        let link = Link(client: client, server: server, at: path, filter: filter)
        if swallowed.contains(path) { swallow(link) }
        links.append(link)
        proxy.counts.withLock { $0.connections += 1 }
    }

    private func hearClient(_ link: Link) {
        guard !link.isOver, link.farewell == nil, let bytes = link.read(from: link.client) else { return }
        guard !bytes.isEmpty else { return link.end(saying: .toServer) }
        let ends = link.reader.read(bytes)
        for end in ends {
            guard let index = severs.firstIndex(where: { end.isCommit || !$0.onlyCommits }) else { continue }
            return sever(link, severs.remove(at: index).place, bytes, end)
        }
        link.toServer.add(bytes, due: due())
    }

    private func hearServer(_ link: Link) {
        guard !link.isOver, link.farewell == nil || link.farewell == .answer,
            let bytes = link.read(from: link.server)
        else { return }
        if link.farewell == .answer { return link.close() }
        guard !bytes.isEmpty else { return link.end(saying: .toClient) }
        link.toClient.add(link.filter?.pass(bytes) ?? bytes, due: due())
    }

    private func due() -> ContinuousClock.Instant {
        let now = ContinuousClock.now
        return now < delayEnds ? now + delay : now
    }

    // MARK: Cuts

    private func obey(_ cut: Cut) {
        let now = ContinuousClock.now
        switch cut {
        case .all: for link in links { self.cut(link, "all connections broke") }
        case .process(let chance):
            for link in chosen(by: chance) { self.cut(link, "its connections broke") }
        case .sever(let places, let onlyCommits): severs += places.map { ($0, onlyCommits) }
        case .delay(let delay, let span): (self.delay, delayEnds) = (delay, now + span)
        case .stall(let chance, let span):
            for link in chosen(by: chance) {
                link.heldUntil = now + span
                proxy.counts.withLock { $0.stalled += 1 }
                proxy.onHit(link.process, "stalled", span)
            }
        case .swallow(let server):
            swallowed.insert(server)
            for link in links where link.path == server { swallow(link) }
        case .divert(let server, let successor): successors[server] = successor
        case .readmit(let server): readmit(server)
        }
    }

    private func swallow(_ link: Link) {
        link.isSwallowed = true
        proxy.counts.withLock { $0.swallowed += 1 }
    }

    /// Closes the swallowed connections, which count as no cut: their clients have given them up.
    private func readmit(_ server: String) {
        swallowed.remove(server)
        successors[server] = nil
        for link in links where link.isSwallowed && link.path == server { link.close() }
    }

    /// Returns the connections of one of the processes that have any.
    private func chosen(by chance: UInt64) -> [Link] {
        let processes = Set(links.map(\.process)).sorted()
        guard !processes.isEmpty else { return [] }
        let process = processes[Int(chance % UInt64(processes.count))]
        return links.filter { $0.process == process }
    }

    private func cut(_ link: Link, _ how: String) {
        link.close()
        proxy.counts.withLock { $0.cut += 1 }
        proxy.onHit(link.process, how, .zero)
    }

    private func sever(_ link: Link, _ place: Cut.Place, _ bytes: [UInt8], _ end: FrontendReader.End) {
        proxy.counts.withLock { counts in
            counts.cut += 1
            if end.isCommit { counts.cutAtCommit += 1 } else { counts.cutAtOthers += 1 }
        }
        proxy.onHit(link.process, end.isCommit ? "severed at a COMMIT" : "severed", .zero)
        let now = ContinuousClock.now
        switch place {
        case .before: return link.close()
        case .within: link.toServer.add(Array(bytes.prefix(end.offset)), due: now)
        case .behind, .answer: link.toServer.add(bytes, due: now)
        }
        link.end(saying: place == .answer ? .answer : .toServer)
    }
}
