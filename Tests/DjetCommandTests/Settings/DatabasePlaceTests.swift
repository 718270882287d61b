import DjetStore
import Testing

@testable import DjetCommand

@Suite struct DatabasePlaceTests {
    private func place(_ wanted: String?, _ variables: [String: String]) -> DatabasePlace {
        DatabasePlace(wanted, folder: "/data", environment: EnvironmentSettings(variables: variables))
    }

    @Test func withoutAnySettingTheServerIsEmbedded() {
        #expect(place(nil, ["DATABASE_URL": ""]).server == .embedded(folder: "/data"))
    }

    @Test func theEnvironmentNamesAServer() {
        #expect(place(nil, ["DATABASE_URL": "host=a"]).server == .given(connectionString: "host=a"))
        #expect(place(nil, ["PGHOST": "a"]).server == .given(connectionString: ""))
    }

    @Test func aConnectionStringGoesOverTheEnvironment() {
        let place = place("postgres://b/shop", ["DATABASE_URL": "host=a"])
        #expect(place.server == .given(connectionString: "postgres://b/shop"))
        #expect(place.name == nil)
    }

    @Test func aPlainNameIsADatabaseOfThatServer() {
        let place = place("shop", ["DATABASE_URL": "host=a"])
        #expect(place.server == .given(connectionString: "host=a"))
        #expect(place.name == "shop")
    }

    @Test func anotherDatabaseKeepsTheRestOfTheString() throws {
        let fromPairs = try ConnectionString.naming("it's", in: "host=/tmp dbname=shop user='a b'")
        #expect(fromPairs.hasPrefix(#"dbname='it\'s'"#))
        #expect(fromPairs.contains("user='a b'") && fromPairs.contains("host='/tmp'"))
        let fromURI = try ConnectionString.naming(
            "shop", in: "postgres://ada:secret@db:5433/x?connect_timeout=3")
        for pair in ["dbname='shop'", "port='5433'", "password='secret'", "connect_timeout='3'"] {
            #expect(fromURI.contains(pair))
        }
        #expect(try ConnectionString.naming("shop", in: "") == "dbname='shop'")
    }
}
