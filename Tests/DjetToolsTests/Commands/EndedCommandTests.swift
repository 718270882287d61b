import DjetJobmachine
import DjetModel
import DjetTestSupport
import Testing

@testable import DjetTools

/// Programs that do not end by themselves, and the processes that they have started.
@Suite struct EndedCommandTests {
    /// A child, one that ignores SIGTERM, one in a group of its own with a child of its own, a grandchild.
    static let family = """
        sleep 1000 & echo $! >> "$NOTES"
        sh -c 'trap "" TERM; while :; do sleep 1; done' & echo $! >> "$NOTES"
        timeout 1000 sh -c 'echo $$ >> "$0"; sleep 1000' "$NOTES" & echo $! >> "$NOTES"
        sh -c 'sleep 1000 & echo $! >> "$0"; echo $$ >> "$0"; wait' "$NOTES" &
        until [ "$(wc -l < "$NOTES")" = 6 ]; do :; done
        echo $$ >> "$NOTES"
        """

    @Test(arguments: ["", "trap '' TERM\n"])
    func whenTheTimeIsOverAllProcessesHaveEnded(beginning: String) async throws {
        try await Script.with("\(beginning)\(Self.family)\nwhile :; do sleep 1000; done") { script in
            try await withDatabase { database in
                let model = database.model().providing(script.programs)
                await #expect(throws: JobError.timedOut(seconds: 5)) {
                    try await model.call(RunCommand("script", seconds: 5))
                }
                let processes = try script.processes
                let living = try script.living()
                #expect(processes.count == 7 && living.isEmpty)
            }
        }
    }

    @Test func aCancelledJobEndsAllProcesses() async throws {
        try await Script.with("\(Self.family)\necho 1/2\nwait") { script in
            try await withDatabase { database in
                let model = database.model([RunCommand.self]).providing(script.programs)
                try await withWorker(model) {
                    let ticket = try await model.offload(RunCommand("script"))
                    let job = try await database.job(of: ticket) { $0.progress != nil }
                    #expect(job.progress == JobProgress(done: 1, of: 2, note: "1/2"))
                    #expect(try script.living().count == 7)
                    try await model.cancel(ticket.id)
                    await #expect(throws: JobError.cancelled(ticket.id)) { try await ticket.value }
                    #expect(try script.living().isEmpty)
                }
            }
        }
    }

    @Test func theTimeOfAJobEndsAllProcesses() async throws {
        try await Script.with("\(Self.family)\nwait") { script in
            try await withDatabase { database in
                let model = database.model([RunCommand.self]).providing(script.programs)
                try await withWorker(model) {
                    let ticket = try await model.offload(RunCommand("script"), timeout: .seconds(5))
                    await #expect(throws: JobError.timedOut(seconds: 5)) { try await ticket.value }
                    #expect(try script.living().isEmpty)
                }
            }
        }
    }

    @Test func whatAProgramLeavesBehindEndsWithIt() async throws {
        // `yes` would fill the output for ever.
        try await Script.with("\(Self.family)\nyes & echo $! >> \"$NOTES\"\nexit 0") { script in
            try await withDatabase { database in
                let model = database.model().providing(script.programs)
                let outcome = try await model.call(RunCommand("script"))
                #expect(outcome.status == 0)
                #expect(try script.processes.count == 8)
                #expect(try script.living().isEmpty)
            }
        }
    }

    @Test func aJobTellsItsProgramWhichAttemptItIs() async throws {
        let text = #"echo "$JOB_KEY $JOB_ATTEMPT"; [ "$JOB_ATTEMPT" = 2 ]"#
        try await Script.with(text) { script in
            try await withDatabase { database in
                let model = database.model([RunCommand.self]).providing(script.programs)
                try await withWorker(model) {
                    let ticket = try await model.offload(RunCommand("script", mustSucceed: true))
                    #expect(try await ticket.value.output == "\(ticket) 2\n")
                }
            }
        }
    }
}
