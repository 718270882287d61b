import DjetModel
import DjetStore
import Foundation
import Logging

extension Worker {
    /// Registers on the listening connection, whose session is the worker's life, and again on each new one.
    /// Returns the worker's number; nil if it is asked to stop before it has one.
    ///
    /// Throws `StoreError` if the first registration is refused for a lasting reason, or if the store is
    /// closed meanwhile.
    func register() async throws -> Int? {
        let duty = ListenerDuty(
            interval: configuration.beat,
            begin: { [self] in try await begin(on: $0) },
            beat: { [self] in try await beat(on: $0) })
        var closing: Task<Void, Never>?
        defer { closing?.cancel() }
        do {
            try await withCheckedThrowingContinuation { (registered: CheckedContinuation<Void, any Error>) in
                guard isWanted(registered) else { return registered.resume() }
                let number = model.store.listener.take(on: duty)
                state.withLock { $0.duty = number }
                closing = Task(executorPreference: Reactor.shared) { [self] in
                    for await _ in model.store.listener.rings(on: []) {}
                    endRegistration(.failure(Self.closed))
                }
            }
        } catch {
            letGoOfDuty()
            throw error
        }
        let id = state.withLock { $0.id }
        if id == nil { letGoOfDuty() }
        return id
    }

    private static let closed = StoreError(.misuse, "the store was closed before the worker had registered")

    /// Returns true if the registration is still wanted; `endRegistration` then resumes its waiter.
    private func isWanted(_ registration: CheckedContinuation<Void, any Error>) -> Bool {
        state.withLock { state in
            if !state.isStopping { state.registration = registration }
            return !state.isStopping
        }
    }

    /// Resumes the waiter for the registration, once.
    func endRegistration(_ result: Result<Void, any Error>) {
        let registration = state.withLock { state in
            defer { state.registration = nil }
            return state.registration
        }
        registration?.resume(with: result)
    }

    private func letGoOfDuty() {
        if let duty = state.withLock({ $0.duty }) { model.store.listener.letGo(of: duty) }
    }

    func unregister(_ id: Int) async {
        letGoOfDuty()
        _ = try? await model.store.listener.connection?.query(model.queue.unregister(id))
    }

    /// Registers on a new connection. A lasting refusal of the first registration ends it, as it would recur
    /// for ever.
    private func begin(on connection: Connection) async throws {
        do {
            try await register(on: connection)
        } catch let error as StoreError where !error.mayPass && state.withLock({ $0.id == nil }) {
            endRegistration(.failure(error))
        }
    }

    private func register(on connection: Connection) async throws {
        guard !isStopping else { return }
        let statement = model.queue.register(
            host: Self.hostName, process: ProcessInfo.processInfo.processIdentifier,
            queues: configuration.queues, slots: configuration.slots, worker: state.withLock({ $0.id }),
            lease: configuration.lease)
        let id = try await connection.first(statement, as: Int.self)
        let isInVain = state.withLock { state in
            // The waiter for the first number may have been told to stop.
            if state.id == nil, state.registration == nil { return true }
            state.id = id
            return false
        }
        endRegistration(.success(()))
        if isInVain, let id { try await connection.query(model.queue.unregister(id)) }
    }

    /// Registers again after another worker took this one for dead and struck it off. Its jobs are lost to
    /// it, but it may go on with others.
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
            // It was struck off, and had no job through which to learn of it.
            try await register(on: connection)
        }
        if state.withLock({ $0.tallies }) { Task { await tallyUp() } }
        // A ring may have been lost. Without jobs this sends nothing.
        Task(executorPreference: Reactor.shared) { await self.stopCancelled(of: id) }
    }

    /// Tallies up on another connection: the listening one would hear nothing meanwhile.
    private func tallyUp() async {
        do {
            try await model.tallyUp()
        } catch {
            model.logger.debug("not tallied; the next beat will do", metadata: ["error": "\(error)"])
        }
    }

    /// The kernel's host name: Foundation's asks a name server, which may take long.
    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    // MARK: Cancellations

    func hearCancellations(_ id: Int) async {
        for await _ in model.store.listener.rings(on: [model.queue.channel(ofWorker: id)]) {
            await stopCancelled(of: id)
        }
    }

    /// Stops the jobs that are to be cancelled. Asks until there is an answer: nobody rings again.
    private func stopCancelled(of id: Int) async {
        var backOff = BackOff()
        while !Task.isCancelled {
            let ids = runners.jobs.map(\.id)
            guard !ids.isEmpty else { return }
            do {
                let statement = model.queue.cancelled(of: id, ids: ids)
                return runners.cancel(try await model.store.punctual.rows(statement, as: Int64.self))
            } catch {
                guard !isStopping else { return }
                model.logger.warning(
                    "cannot ask which jobs are cancelled; asking again", metadata: ["error": "\(error)"])
                try? await Reactor.shared.sleep(for: backOff.next())
            }
        }
    }
}

extension Worker.State {
    /// True if this beat must add to the tally; counts the beat down.
    fileprivate var tallies: Bool {
        mutating get {
            defer { beatsToTally = max(beatsToTally - 1, 0) }
            return beatsToTally > 0
        }
    }
}

extension SQLState {
    /// The error of `jobmachine.claim` and `jobmachine.beat` for a worker that was struck off.
    static let notRegistered = SQLState(rawValue: "DJ409")
}
