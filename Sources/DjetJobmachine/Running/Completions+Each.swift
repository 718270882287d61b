import DjetModel
import DjetStore
import Logging

/// The answers of a batch that the server refused as a whole: each is stored alone, so that none suffers for
/// another.
extension Completions {
    /// Stores each answer of a batch, ends a job as error if its answer can never be stored, and lays an
    /// answer aside if something is in its way. Throws errors that concern them all; the rest of the batch is
    /// then still to be written.
    func writeEach(_ completions: [Completion]) async throws {
        for completion in completions {
            let isDone = try await write(completion)
            let mustBegin = state.withLock { $0.see(to: completion, isDone: isDone) }
            if mustBegin { Task(executorPreference: Reactor.shared) { await self.writeAside() } }
        }
    }

    /// Stores an answer, or ends its job as error. Returns false if something is in its way.
    private func write(_ completion: Completion) async throws -> Bool {
        do {
            try await storeOrFail(completion)
            return true
        } catch let error as StoreError where error.mayBeOfOneAnswer {
            failures.note(
                .warning, "an answer waits to be stored", of: completion.kind, completion.ticket, error)
            return false
        }
    }

    private func storeOrFail(_ completion: Completion) async throws {
        let ring = Connection.ring([model.queue.channel(of: completion.ticket)])
        do {
            let isTold = try await store([completion], within: Self.lockPatience.ofOne, ring)
            if !isTold { tell(completion.ticket) }
        } catch let error as StoreError where error.isFinal {
            try await fail(completion, error)
        }
    }

    // MARK: Aside

    /// Retries the answers laid aside, with growing pauses: together first, as the obstacle may be gone.
    private func writeAside() async {
        var backOff = BackOff()
        while state.withLock({ $0.goesOnAside(.now) }) {
            try? await Reactor.shared.sleep(for: backOff.next())
            // Others each time, so that locked ones do not keep the rest from being tried.
            let completions = state.withLock { Self.fitting($0.aside.all.shuffled()) }
            guard !completions.isEmpty else { continue }
            do {
                try await writeTogetherOrEach(completions)
            } catch {
                failures.note(.warning, "answers wait to be stored", error)
            }
            tellWhoeverWaits()
        }
        tellWhoeverWaits()
    }

    private func writeTogetherOrEach(_ completions: [Completion]) async throws {
        let ring = Connection.ring(completions.map { model.queue.channel(of: $0.ticket) })
        do {
            let isTold = try await store(completions, within: Self.lockPatience.ofOne, ring)
            if !isTold { for completion in completions { tell(completion.ticket) } }
            state.withLock { state in
                for completion in completions { state.aside[completion.ticket.number] = nil }
            }
        } catch let error as StoreError where error.mayBeOfOneAnswer {
            try await writeEach(completions)
        }
    }
}

extension Completions.State {
    /// Notes the fate of an answer. Returns true if the caller must begin to retry those laid aside.
    fileprivate mutating func see(to completion: Completions.Completion, isDone: Bool) -> Bool {
        let id = completion.ticket.number
        batch.completions.removeAll { $0.ticket.number == id && $0.attempt == completion.attempt }
        aside[id] = isDone ? nil : completion
        return !aside.isEmpty && asideWriter.begin()
    }

    /// Returns true if some still lie aside. Drops them once the deadline is over.
    fileprivate mutating func goesOnAside(_ now: ContinuousClock.Instant) -> Bool {
        if isOver(now) { aside = .init() }
        return asideWriter.goesOn(if: !aside.isEmpty)
    }
}

extension StoreError {
    /// True if one of several answers may be the reason: its value, a constraint that its row breaks, its
    /// job's row that another session has locked, or the memory it needs.
    var mayBeOfOneAnswer: Bool {
        isFinal || code == .refused && sqlState?.category == "55" || sqlState == .outOfMemory
    }
}

extension SQLState {
    fileprivate static let outOfMemory = SQLState(rawValue: "53200")
}
