import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Rows left by older programs, other workers and people with psql. The pages show them all the same.
@Suite struct OddRowsTests {
    @Test func noRowKeepsAPageFromBeingShown() async throws {
        try await withJobs { jobs in
            try await jobs.database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        alter table jobmachine.job disable trigger job_has_its_shape;
                        select jobmachine.offload('x', run_at => '0044-03-15 BC');
                        select jobmachine.offload('x', run_at => '294276-12-31');
                        select jobmachine.offload('x', environment => '[]');
                        select jobmachine.offload('x', '[1, 2]', environment => '{"attempts": "abc", "user": 5}');
                        select jobmachine.offload('x', '"text"');
                        update jobmachine.job set progress = '5' where id = 3;
                        update jobmachine.job set progress = '{"done": "many"}', error = '[]' where id = 4;
                        update jobmachine.job set error = '{}' where id = 5;
                        insert into jobmachine.history
                          (id, run_at, offloaded_at, attempt, attempt_limit, priority, status, queue, kind, arguments,
                           environment, error)
                        values
                          (104, now(), 'infinity', 2, 5, 4, 'error', 'default', 'x', '{}', '{}', '{}'),
                          (105, '-infinity', '-infinity', 2, 5, 4, 'error', 'default', 'x', '{}', '{}', '{}'),
                          (101, '0044-03-15 BC', now(), 1, 5, 4, 'error', 'default', 'x', '{}', '{}', '{}'),
                          (102, now(), now(), 1, 5, 4, 'error', 'default', 'x', 'null', '{"attempts": "abc"}', '5'),
                          (103, now(), now(), 1, 5, 4, 'error', 'default', 'x', '{}', '[]', '"boom"');
                        update jobmachine.history set claimed_at = 'infinity', worker = 1 where id = 104;
                        update jobmachine.history set claimed_at = '-infinity', worker = 1 where id = 105;
                        insert into jobmachine.attempt (job, started_at, worker, attempt, error)
                        values (101, now(), 1, 1, '{}'), (102, now(), 1, 1, '"boom"'), (104, '-infinity', 1, 1, '{}');
                        """)
            }
            #expect(try await jobs.tickets().count == 10)
            #expect(try await jobs.tickets("?text=text").isEmpty == false)
            _ = try await jobs.page("/jobs")
            for number in [1, 2, 3, 4, 5, 101, 102, 103, 104, 105] {
                _ = try await jobs.page("/jobs/default.\(number)")
                _ = try await jobs.json("/jobs/default.\(number)")
            }
            let outcome = try await jobs.model.apply(.retry, to: JobSearch(status: .error))
            #expect(outcome.done == 5)
        }
    }
}
