import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct ModelTicketsTests {
    @Test func aValueIsAwaitedForATimeAndTheJobGoesOn() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Echo(text: "a"))
            #expect(try await ticket.value(within: .milliseconds(50)) == nil)
            #expect(try await ticket.status == .entered)
            try await withWorker(model) {
                let value = try await ticket.value(within: .seconds(60))
                #expect(value == "a")
            }
            let gone = model.ticket(TicketID(queue: "default", number: 999), of: String.self)
            await #expect(throws: JobError.unknown(gone.id)) { try await gone.value(within: .seconds(60)) }
        }
    }

    @Test func onlyTheOwnerSeesAJobOrWhoHasTheRight() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let (ann, bob) = (model.acting(as: "ann"), model.acting(as: "bob"))
            let ticket = try await ann.offload(Echo(text: "a")).id
            #expect(try await ann.visibleJob(ticket, orRight: false).ticket == ticket)
            #expect(try await bob.visibleJob(ticket, orRight: true).ticket == ticket)
            for other in [bob, model] {
                await #expect(throws: JobError.unknown(ticket)) {
                    try await other.visibleJob(ticket, orRight: false)
                }
                await #expect(throws: JobError.unknown(ticket)) {
                    try await other.details(of: ticket, orRight: false)
                }
            }
            let elsewhere = TicketID(queue: "slow", number: ticket.number)
            await #expect(throws: JobError.unknown(elsewhere)) {
                try await ann.visibleJob(elsewhere, orRight: true)
            }
            await #expect(throws: JobError.unknown(elsewhere)) {
                try await ann.details(of: elsewhere, orRight: true)
            }
        }
    }

    @Test func theDetailsOfATicketAgreeWithItsEvents() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ann = model.acting(as: "ann")
            try await database.withGate(1) { open in
                let ticket = try await ann.offload(WriteLog(lines: 3, gate: 1))
                try await expectAgreement(on: ticket.id, ann)
                try await withWorker(model) {
                    try await database.wait(on: "jobmachine.\(ticket)") {
                        try await ann.log(of: ticket.id).count == 3
                    }
                    try await expectAgreement(on: ticket.id, ann)
                    try await open()
                    _ = try await ticket.value
                }
                try await expectAgreement(on: ticket.id, ann)
            }
        }
    }

    /// Expects that a page made of the details and a stream that goes on from there fit together.
    private func expectAgreement(on ticket: TicketID, _ model: Model) async throws {
        let details = try await model.details(of: ticket, orRight: false)
        let snapshot = try await model.snapshot(of: ticket)
        #expect(details.job.ticket == ticket)
        #expect(details.snapshot.state == snapshot.state)
        #expect(details.snapshot.progress == snapshot.progress)
        #expect(details.snapshot.reply == snapshot.reply)
        #expect(details.snapshot.lines == snapshot.lines)
        #expect(details.snapshot.position == snapshot.position)
        let files = try await model.files(of: ticket)
        #expect(details.files == files)
    }

    @Test func aJobOfNobodyIsNotEverybodys() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Echo(text: "a")).id
            await #expect(throws: JobError.unknown(ticket)) {
                try await model.visibleJob(ticket, orRight: false)
            }
            #expect(try await model.ownTickets().isEmpty)
        }
    }

    @Test func onesOwnTicketsAreListedTheLiveOnesFirst() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let (ann, bob) = (model.acting(as: "ann"), model.acting(as: "bob"))
            let ended = try await ann.offload(Echo(text: "a")).id
            try await withWorker(model) { _ = try await model.ticket(ended, of: String.self).value }
            _ = try await bob.offload(Echo(text: "b"))
            let live = try await ann.offload([Echo(text: "c"), Echo(text: "d")]).map(\.id)
            let all = try await ann.ownTickets()
            #expect(all.map(\.ticket) == [live[1], live[0], ended])
            #expect(all.map(\.status) == [.entered, .entered, .finished])
            let page = try await ann.ownTickets(before: live[1].number, limit: 1)
            #expect(page.map(\.ticket) == [live[0]])
            try await ann.cancel(live[1])
            let later = try await ann.ownTickets()
            #expect(later.map(\.ticket) == [live[0], live[1], ended])
            for (index, ticket) in later.dropLast().enumerated() {
                let next = try await ann.ownTickets(before: ticket.ticket.number, limit: 1)
                #expect(next.map(\.ticket) == [later[index + 1].ticket])
            }
        }
    }
}
