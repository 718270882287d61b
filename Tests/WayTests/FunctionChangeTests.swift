import DjetStore
import DjetTestSupport
import Testing

/// Changes of installed functions, by which the chaos tests go without a part of Djet.
@Suite struct FunctionChangeTests {
    private static let function = "jobmachine.assert_held(integer, bigint, integer)"

    @Test func aFunctionIsChangedAsItIsInstalled() async throws {
        try await withDatabase { database in
            try await database.store.withConnection { connection in
                try await FunctionChange(Self.function, ["if not found then": "if false then"])
                    .make(on: connection)
            }
            // The worker holds no job: with the fence it raises DJF01.
            await #expect(throws: Never.self) {
                try await database.store.query("select jobmachine.assert_held(1, 1, 1)")
            }
        }
    }

    @Test(arguments: ["if nobody holds it", "assert_held"])
    func aPieceThatIsNotThereOnceIsRefused(_ piece: String) async throws {
        try await withDatabase { database in
            try await database.store.withConnection { connection in
                _ = await #expect(throws: FunctionChange.Refusal.self) {
                    try await FunctionChange(Self.function, [piece: ""]).make(on: connection)
                }
            }
        }
    }
}
