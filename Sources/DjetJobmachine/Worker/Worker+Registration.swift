import DjetModel
import DjetStore
import Foundation
import Logging

extension Worker {
    /// Registers on the listening connection, whose session is the worker's life, and does so again on each
    /// new one.
    func register() async throws -> Int {
        let duty = ListenerDuty(
            interval: configuration.beat,
            begin: { [self] in try await register(on: $0) },
            beat: { [self] in try await beat(on: $0) })
        try await withCheckedThrowingContinuation { registered in
            state.withLock { $0.registration = registered }
            let number = model.store.listener.take(on: duty)
            state.withLock { $0.duty = number }
        }
        guard let id = state.withLock({ $0.id }) else {
            throw StoreError(.misuse, "the worker has no number")
        }
        return id
    }

    func unregister(_ id: Int) async {
        if let duty = state.withLock({ $0.duty }) { model.store.listener.letGo(of: duty) }
        _ = try? await model.store.listener.connection?.query(model.queue.unregister(id))
    }

    private func register(on connection: Connection) async throws {
        guard !isStopping else { return }
        let statement = model.queue.register(
            host: Self.hostName, process: ProcessInfo.processInfo.processIdentifier,
            queues: configuration.queues, slots: configuration.slots, worker: state.withLock({ $0.id }),
            lease: configuration.lease)
        let id = try await connection.first(statement, as: Int.self)
        let registration = state.withLock { state in
            state.id = id
            defer { state.registration = nil }
            return state.registration
        }
        registration?.resume()
    }

    /// Somebody took it for dead and struck it off. Its jobs are lost to it, but it may go on with others.
    func registerAgain() async {
        guard let connection = model.store.listener.connection else { return }
        do {
            try await register(on: connection)
        } catch {
            model.logger.warning("cannot register again", metadata: ["error": "\(error)"])
        }
    }

    private func beat(on connection: Connection) async throws {
        guard let id = state.withLock({ $0.id }) else { return }
        let statement = model.queue.beat(id, retention: configuration.retention)
        do {
            if try await connection.first(statement, as: Bool.self) == true { wakeUp() }
        } catch let error as StoreError where error.sqlState == .notRegistered {
            // It was struck off, and had no job to learn it by.
            try await register(on: connection)
        }
        if state.withLock({ $0.tallies }) { Task { await tallyUp() } }
    }

    /// Not on the listening connection, which would hear nothing meanwhile.
    private func tallyUp() async {
        do {
            try await model.tallyUp()
        } catch {
            model.logger.debug("not tallied; the next beat will do", metadata: ["error": "\(error)"])
        }
    }

    /// As the kernel has it: Foundation's asks a name server, which may take long.
    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    // MARK: What it listens to

    func hearCancellations(_ id: Int) async {
        for await _ in model.store.listener.rings(on: [model.queue.channel(ofWorker: id)]) {
            let ids = runners.jobs.map(\.id)
            guard !ids.isEmpty else { continue }
            let statement = model.queue.cancelled(of: id, ids: ids)
            runners.cancel((try? await model.store.punctual.rows(statement, as: Int64.self)) ?? [])
        }
    }
}

extension Worker.State {
    /// Whether there is something to add to the tally on this beat.
    fileprivate var tallies: Bool {
        mutating get {
            defer { beatsToTally = max(beatsToTally - 1, 0) }
            return beatsToTally > 0
        }
    }
}

extension SQLState {
    /// What `jobmachine.claim` and `jobmachine.beat` say to a worker that was struck off.
    static let notRegistered = SQLState(rawValue: "DJ409")
}
