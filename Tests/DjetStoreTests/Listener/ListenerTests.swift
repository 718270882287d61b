import DjetTestSupport
import Testing

@testable import DjetStore

@Suite struct ListenerTests {
    @Test func listeningBeginsThenRingsArriveAtEverybody() async throws {
        try await withListener { listener, store async throws in
            var first = listener.rings(on: ["a"]).makeAsyncIterator()
            var second = listener.rings(on: ["a", "b"]).makeAsyncIterator()
            #expect(await first.next() == .began)
            #expect(await second.next() == .began)
            try await ring(["b", "a"], on: store)
            #expect(await first.next() == .rang(channel: "a"))
            let both = [await second.next(), await second.next()]
            #expect(Set(both) == [.rang(channel: "a"), .rang(channel: "b")])
        }
    }

    @Test(arguments: [#"with "quotes""#, "Upper.Case", "it's", "jobmachine.slow.42", "ü☃", "a b;c"])
    func oddNamesWork(name: String) async throws {
        try await withListener { listener, store async throws in
            var rings = listener.rings(on: [name]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            try await ring([name], on: store)
            #expect(await rings.next() == .rang(channel: name))
        }
    }

    @Test func aNameThatCannotRingDoesNotDisturbTheOthers() async throws {
        try await withListener { listener, store async throws in
            var rings = listener.rings(on: ["", String(repeating: "x", count: 64), "a\0b", "a"])
                .makeAsyncIterator()
            #expect(await rings.next() == .began)
            try await ring(["a"], on: store)
            #expect(await rings.next() == .rang(channel: "a"))
        }
    }

    @Test func whatNobodyWantsIsNotListenedTo() async throws {
        try await withListener { listener, store async throws in
            var kept = listener.rings(on: ["kept"]).makeAsyncIterator()
            #expect(await kept.next() == .began)
            do {
                var left = listener.rings(on: ["left", "kept"]).makeAsyncIterator()
                #expect(await left.next() == .began)
                #expect(try await channels(of: listener) == ["kept", "left"])
            }
            // Giving up a channel takes a statement, which goes with the next one that is needed anyway.
            var more = listener.rings(on: ["more"]).makeAsyncIterator()
            #expect(await more.next() == .began)
            #expect(try await channels(of: listener) == ["kept", "more"])
        }
    }

    @Test func aThousandChannelsWork() async throws {
        try await withListener { listener, store async throws in
            let names = (1...1000).map { "channel.\($0)" }
            var rings = listener.rings(on: names).makeAsyncIterator()
            var one = listener.rings(on: ["channel.1000"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            #expect(await one.next() == .began)
            try await ring(["channel.1000"], on: store)
            #expect(await one.next() == .rang(channel: "channel.1000"))
            #expect(await rings.next() == .rang(channel: "channel.1000"))
        }
    }

    @Test func fiveThousandWaitersComeAndGoAndSurviveABreak() async throws {
        try await withListener { listener, store async throws in
            let channels = (1...5_000).map { "jobmachine.slow.\($0)" }
            var waiters = channels.map { listener.rings(on: [$0]).makeAsyncIterator() }
            for index in waiters.indices { #expect(await waiters[index].next() == .began) }
            let id = try #require(listener.connection).processID
            try await store.query("select pg_terminate_backend(\(id))")
            for index in waiters.indices { #expect(await waiters[index].next() == .began) }
            try await ring(channels, on: store)
            for (index, channel) in channels.enumerated() {
                #expect(await waiters[index].next() == .rang(channel: channel))
            }
            #expect(listener.subscriberCount == 5_000)
            waiters.removeLast(4_999)
            #expect(listener.subscriberCount == 1)
            // The last of them are given up together with the next channel.
            var more = listener.rings(on: ["more"]).makeAsyncIterator()
            #expect(await more.next() == .began)
            #expect(try await self.channels(of: listener) == ["jobmachine.slow.1", "more"])
        }
    }

    @Test func itSurvivesTheEndOfItsConnection() async throws {
        try await withListener { listener, store async throws in
            var rings = listener.rings(on: ["a"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            for _ in 1...3 {
                let id = try #require(listener.connection).processID
                try await store.query("select pg_terminate_backend(\(id))")
                #expect(await rings.next() == .began)
                try await ring(["a"], on: store)
                #expect(await rings.next() == .rang(channel: "a"))
            }
        }
    }

    @Test func aConnectionOnWhichNothingRingsAnyMoreIsReplaced() async throws {
        try await withListener(beatInterval: .milliseconds(50)) { listener, store async throws in
            var rings = listener.rings(on: ["a"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            let connection = try #require(listener.connection)
            // Simulates a pooler that gives the session to another client.
            try await connection.query("unlisten *")
            #expect(await rings.next() == .began)
            try await ring(["a"], on: store)
            #expect(await rings.next() == .rang(channel: "a"))
            #expect(connection.isClosed)
        }
    }

    @Test func dutiesBeginOnEveryConnectionBeforeAnybodyIsTold() async throws {
        try await withListener(beatInterval: .milliseconds(20)) { listener, store async throws in
            let (beats, hasBeaten) = AsyncStream.makeStream(of: Void.self)
            let begun = Guarded<[Int32]>([])
            let duty = HeartbeatHook(
                begin: { connection in begun.withLock { $0.append(connection.processID) } },
                beat: { _ in hasBeaten.yield() })
            let number = listener.take(on: duty)
            var rings = listener.rings(on: ["a"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            #expect(begun.withLock { $0.count } == 1)
            for await _ in beats { break }
            let id = try #require(listener.connection).processID
            try await store.query("select pg_terminate_backend(\(id))")
            #expect(await rings.next() == .began)
            #expect(begun.withLock { $0.count } == 2)
            listener.letGo(of: number)
        }
    }

    @Test func closingEndsTheSequences() async throws {
        try await withListener { listener, _ async throws in
            var rings = listener.rings(on: ["a"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            await listener.close()
            await listener.close()
            #expect(await rings.next() == nil)
            var late = listener.rings(on: ["a"]).makeAsyncIterator()
            #expect(await late.next() == nil)
        }
    }

    @Test func closingDoesNotWaitForAServerThatIsNotThere() async throws {
        let listener = Listener(connectionString: "host=/nowhere", logger: TestDatabase.logger)
        var rings = listener.rings(on: ["a"]).makeAsyncIterator()
        await listener.close()
        #expect(await rings.next() == nil)
    }

    private func withListener(
        beatInterval: Duration = .seconds(60), _ body: (Listener, Store) async throws -> Void
    ) async throws {
        try await withDatabase(migrated: false) { database async throws in
            let listener = Listener(
                connectionString: database.connectionString, beatInterval: beatInterval,
                logger: TestDatabase.logger)
            do {
                try await body(listener, database.store)
            } catch {
                await listener.close()
                throw error
            }
            await listener.close()
        }
    }

    private func ring(_ channels: [String], on store: Store) async throws {
        try await store.query(Connection.ring(channels))
    }

    private func channels(of listener: Listener) async throws -> [String] {
        let connection = try #require(listener.connection)
        return try await connection.rows(
            "select c from pg_listening_channels() c where c not like 'djet:%' order by c")
    }
}
