import DjetStore
import Testing

@testable import DjetCommand

@Suite struct DatabasePlaceTests {
    private func place(
        _ wanted: String?, folder: String? = nil, _ variables: [String: String]
    ) -> DatabasePlace {
        DatabasePlace(wanted, folder: folder, environment: EnvironmentSettings(variables: variables))
    }

    @Test func withoutAnySettingTheServerIsEmbedded() {
        let place = place(nil, ["DATABASE_URL": "", "DJET_FOLDER": "/data"])
        #expect(place.server == .embedded(folder: "/data"))
    }

    @Test(arguments: [
        ["DATABASE_URL": "host=a"], ["PGHOST": "a"], ["DJET_DATABASE": "host=a"], ["DJET_FOLDER": "/other"],
    ])
    func aFolderGoesOverTheEnvironment(variables: [String: String]) {
        let place = place(variables["DJET_DATABASE"], folder: "/data", variables)
        #expect(place.server == .embedded(folder: "/data"))
        #expect(place.name == nil)
    }

    @Test func aPlainNameBesideAFolderIsADatabaseThere() {
        let place = place("shop", folder: "/data", ["DATABASE_URL": "host=a"])
        #expect(place.server == .embedded(folder: "/data"))
        #expect(place.name == "shop")
    }

    @Test func adviceNamesTheSettingsInForce() {
        func origin(_ variables: [String: String]) -> String {
            EnvironmentSettings(variables: variables).originOfServer
        }
        #expect(origin([:]) == "--database or DATABASE_URL")
        #expect(origin(["DATABASE_URL": "host=a", "PGHOST": "a"]) == "--database or DATABASE_URL")
        #expect(origin(["PGUSER": "a", "PGHOST": "a"]) == "--database or PGHOST or PGUSER")
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
