import DjetModel
import DjetStore
import Logging

extension Worker {
    /// Claims as many jobs as there is room for, and starts them.
    func look(_ look: Look) async {
        guard completions.hasRoom, runners.room > 0 else { return send(.noRoom) }
        do {
            var look = look
            try await claim(for: &look)
            send(.looked(look))
        } catch {
            fail("cannot claim", error)
        }
    }

    private func claim(for look: inout Look) async throws {
        let id = registration.number
        look.isDry = true
        for index in look.floors.indices {
            let room = runners.room
            guard room > 0, !isStopping else { return look.isDry = false }
            let promotes = look.promotes && index == 0
            var segments = promotes ? [[promotion]] : []
            segments.append(claim(room, of: look.floors[index], isFull: look.isFull, id))
            let awaited = segments.count
            if look.tellsOthers {
                segments.append([Self.quickly, model.queue.tellEmpty(look.floors[index].queue, by: id)])
            }
            let outcomes = try await model.store.punctual.withConnection { [segments] in
                try await $0.exchange(segments, awaiting: awaited)
            }
            let rows = try claimed(outcomes[awaited - 1], for: &look)
            let jobs = try await start(rows, of: &look.floors[index], id)
            if promotes {
                (look.hasPromoted, look.nextDue) = (true, try nextDue(in: outcomes[0].get().first))
            }
            figures.noteClaim(of: look.floors[index].queue, jobs.count)
            look.count += jobs.count
            look.isDry = look.isDry && jobs.count < room && jobs.size < JobQueue.claimSize
        }
    }

    /// Returns the rows of a claim; nil, and notes it, if somebody else keeps a limit of the queue locked.
    private func claimed(_ outcome: Outcome, for look: inout Look) throws -> Rows? {
        if case .failure(let error) = outcome, error.sqlState == .lockNotAvailable {
            failures.note(.warning, "cannot claim from a queue whose limit is locked; trying again", error)
            look.hasMetLock = true
            return nil
        }
        return try outcome.get().last
    }

    /// Keeps a commit from waiting for the disk.
    private static let quickly: Statement = "select set_config('synchronous_commit', 'off', true)"

    /// Returns the statements of a claim. If the server crashes before it is on the disk, the claim never
    /// happened, and the fence refuses whatever it led to.
    private func claim(_ amount: Int, of floors: QueueFloors, isFull: Bool, _ id: Int) -> [Statement] {
        [
            Self.quickly,
            model.queue.claim(
                floors.queue, worker: id, amount: amount, floors: isFull ? [] : floors.positions),
        ]
    }

    /// Starts the claimed jobs, in their order, but for those that have expired. Returns all of them.
    private func start(_ rows: Rows?, of floors: inout QueueFloors, _ id: Int) async throws -> [Job] {
        let jobs = try rows.map { try [Job]($0, of: floors.queue, by: id) } ?? []
        guard !jobs.isEmpty else { return [] }
        floors.note(jobs)
        let now = model.now
        let late = jobs.filter { $0.hasExpired(at: now) }
        let ready = late.isEmpty ? jobs : jobs.filter { !$0.hasExpired(at: now) }
        runners.add(ready.sorted { ($0.priority, $0.position) < ($1.priority, $1.position) })
        if !late.isEmpty {
            try await model.store.punctual.query(
                model.queue.expireClaimed(late.map(\.ticket.number), worker: id))
        }
        return jobs
    }
}
