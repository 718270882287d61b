import DjetModel
import DjetStore
import Logging

/// The jobs of a group that are done with one call.
extension GroupAttempt {
    /// Runs attempts that can share a call, and returns the others: they come later, since a statement that
    /// one of them posts may fail within somebody else's savepoint.
    func runCollectively(
        on connection: Connection, _ scope: TransactionScope, _ ended: inout Ended
    ) async throws -> [Attempt] {
        let attempts = jobs.map { Attempt(job: $0, context: context, runners: runners) }
        guard let handler = collective else { return attempts }
        var alone: [Attempt] = []
        for attempts in Self.sharing(attempts) {
            try Task.checkCancellation()
            if try await !run(attempts, handler, on: connection, scope, &ended) { alone += attempts }
        }
        return alone
    }

    /// The handler, if it can do several jobs with one call. Middleware, secrets and time limits are those of
    /// one job.
    private var collective: (any CollectiveHandler)? {
        guard context.middleware.isEmpty, !context.secrets.concern(handler.kind), handler.timeout == nil
        else { return nil }
        return handler as? any CollectiveHandler
    }

    /// Returns the attempts in sets that share an environment. One with a time limit is a set of its own.
    private static func sharing(_ attempts: [Attempt]) -> [[Attempt]] {
        var sets: [[Attempt]] = []
        var places: [JobEnvironment: Int] = [:]
        for attempt in attempts {
            let environment = attempt.job.environment
            if environment.timeout == nil, let place = places[environment.shared] {
                sets[place].append(attempt)
            } else {
                if environment.timeout == nil { places[environment.shared] = sets.count }
                sets.append([attempt])
            }
        }
        return sets
    }

    /// Runs attempts with one call. Returns false if each must be run by itself: there is one alone, or the
    /// call threw an error and is undone.
    private func run(
        _ all: [Attempt], _ handler: some CollectiveHandler, on connection: Connection,
        _ scope: TransactionScope, _ ended: inout Ended
    ) async throws -> Bool {
        var (attempts, cancelled): ([Attempt], [Attempt]) = ([], [])
        for attempt in all {
            if runners.isCancelled(attempt.job) {
                cancelled.append(attempt)
            } else {
                attempts.append(attempt)
            }
        }
        guard attempts.count > 1 else { return false }
        let results: [Result<String, any Error>]
        let began = JobSpan.Moment()
        do {
            results = try await connection.transaction { connection in
                try await replies(
                    to: attempts, of: handler, in: environment(of: attempts).bound(to: connection, scope))
            }
        } catch {
            if Self.concernsAll(error, connection) { throw error }
            return false
        }
        await note(results, of: attempts, since: began, &ended)
        ended.cancelled += cancelled
        return true
    }

    /// Notes the results of attempts that shared a call, which began at `moment`.
    private func note(
        _ results: [Result<String, any Error>], of attempts: [Attempt], since moment: JobSpan.Moment,
        _ ended: inout Ended
    ) async {
        for (attempt, result) in zip(attempts, results) {
            await attempt.reporter.close()
            switch result {
            case .success(let reply):
                ended.replies.append((attempt, reply))
                attempt.traceAfterwards(since: moment, nil)
            case .failure(let error):
                ended.failures.append((attempt, error))
                attempt.traceAfterwards(since: moment, error)
            }
        }
    }

    private func replies(
        to attempts: [Attempt], of handler: some CollectiveHandler, in model: Model
    ) async throws -> [Result<String, any Error>] {
        let results = try await handler.run(attempts.map(\.job), in: model)
        return try zip(attempts, results).map { attempt, result in
            switch result {
            case .success(let output): .success(try attempt.text(of: output))
            case .failure(let error): .failure(error)
            }
        }
    }

    /// Returns the environment that the attempts share. Each hears of the progress, and logs all lines.
    private func environment(of attempts: [Attempt]) -> Model {
        let reporters = attempts.map(\.reporter)
        var model = attempts[0].environment
        model.job = nil
        model.reporter = { progress in
            for reporter in reporters { reporter.report(progress) }
        }
        model.logger.handler = JobLogHandler(context.model.logger.handler, reporters)
        return model
    }
}

extension JobEnvironment {
    /// The part of it that a function sees of its model.
    fileprivate var shared: JobEnvironment {
        var shared = JobEnvironment(user: user, locale: locale, tenant: tenant)
        shared.outcome = outcome
        return shared
    }
}
