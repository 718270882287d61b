import DjetModel
import DjetStore
import Foundation

/// The registration of a worker on the listening connection, whose session is the worker's life. It is made
/// again on each new connection, and kept by a regular heartbeat.
final class Registration: Sendable {
    private struct State {
        /// The worker's number, once registered.
        var id: Int?
        /// The number of its hook on the listening connection.
        var hook: UInt64?
        var waiter: CheckedContinuation<Void, any Error>?
    }

    private static let closed = StoreError(.misuse, "the store was closed before the worker had registered")

    private let state = Guarded(State())
    private let model: Model
    private let configuration: WorkerConfiguration
    private let isStopping: @Sendable () -> Bool
    private let send: WorkerState.Sender

    init(
        _ model: Model, _ configuration: WorkerConfiguration, isStopping: @escaping @Sendable () -> Bool,
        send: @escaping WorkerState.Sender
    ) {
        self.model = model
        self.configuration = configuration
        self.isStopping = isStopping
        self.send = send
    }

    private var id: Int? { state.withLock { $0.id } }

    /// The worker's number. Before it has registered it is 0, which the server refuses.
    var number: Int { id ?? 0 }

    /// Registers, and returns the worker's number; nil if the worker is asked to stop before it has one.
    ///
    /// Throws `StoreError` if the server refuses it for a lasting reason, or if the store is closed.
    func begin() async throws -> Int? {
        let hook = HeartbeatHook(
            interval: configuration.beat,
            begin: { [self] in try await register(first: $0) },
            beat: { [self] in try await beat(on: $0) })
        var closing: Subscription?
        defer {
            withExtendedLifetime(closing) {}
            if id == nil { letGoOfHook() }
        }
        try await withCheckedThrowingContinuation { waiter in
            guard isWanted(waiter) else { return waiter.resume() }
            let number = model.store.listener.take(on: hook)
            state.withLock { $0.hook = number }
            closing = model.store.listener.listen(to: []) { [self] in
                if $0 == nil { resume(.failure(Self.closed)) }
            }
        }
        return id
    }

    /// Registers once more, after the worker was struck off.
    func renew() async throws {
        guard let connection = model.store.listener.connection else { return }
        try await register(on: connection)
    }

    /// Ends the wait for the first registration.
    func giveUp() {
        resume(.success(()))
    }

    func end() async {
        letGoOfHook()
        guard let id else { return }
        _ = try? await model.store.listener.connection?.query(model.queue.unregister(id))
    }

    // MARK: The wait for the first

    /// Returns true if the registration is still wanted; `resume` then resumes its waiter.
    private func isWanted(_ waiter: CheckedContinuation<Void, any Error>) -> Bool {
        guard !isStopping() else { return false }
        state.withLock { $0.waiter = waiter }
        // It may have been told to stop before there was a waiter.
        if isStopping() { giveUp() }
        return true
    }

    /// Resumes the waiter for the registration, once.
    private func resume(_ result: Result<Void, any Error>) {
        let waiter = state.withLock { state in
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(with: result)
    }

    private func letGoOfHook() {
        if let hook = state.withLock({ $0.hook }) { model.store.listener.letGo(of: hook) }
    }

    // MARK: On the connection

    /// Registers on a new connection. A lasting refusal of the first registration ends it, as it would recur
    /// for ever.
    private func register(first connection: Connection) async throws {
        do {
            try await register(on: connection)
        } catch let error as StoreError where !error.mayPass && id == nil {
            resume(.failure(error))
        }
    }

    private func register(on connection: Connection) async throws {
        guard !isStopping() else { return }
        let statement = model.queue.register(
            host: Self.hostName, process: ProcessInfo.processInfo.processIdentifier,
            queues: configuration.queues, slots: configuration.slots, worker: id, lease: configuration.lease)
        let id = try await connection.first(statement, as: Int.self)
        let isInVain = state.withLock { state in
            // The waiter for the first number may have been told to stop.
            if state.id == nil, state.waiter == nil { return true }
            state.id = id
            return false
        }
        resume(.success(()))
        if isInVain, let id { try await connection.query(model.queue.unregister(id)) }
    }

    private func beat(on connection: Connection) async throws {
        guard let id else { return }
        let statement = model.queue.beat(id, retention: configuration.retention)
        do {
            let foundJobs = try await connection.first(statement, as: Bool.self) == true
            send(.heartbeat(foundJobs: foundJobs))
        } catch let error as StoreError where error.sqlState == .workerNotRegistered {
            // It was struck off, and had no job through which to learn of it.
            try await register(on: connection)
            send(.heartbeat(foundJobs: false))
        }
    }

    /// The kernel's host name: Foundation's asks a name server, which may take long.
    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
