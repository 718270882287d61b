public import DjetStore

/// The SQL that Djet brings along, for every program and for shipped parts.
public enum DjetSQL {
    /// Returns the SQL of the queue, for a schema of this name. Throws `StoreError` if the name cannot be a
    /// schema's.
    public static func queue(schema: String = "jobmachine") throws -> SQLSet {
        try SQLSet(home: "jobmachine", schema: schema, files: files(in: "queue/"))
    }

    /// Returns the SQL of the site: the tree of nodes, and the rights at each.
    public static func site() throws -> SQLSet {
        try SQLSet(home: "djet", files: files(in: "site/"))
    }

    /// Returns the SQL of a part, which lies in the folder named after its home.
    static func set(home: String) throws -> SQLSet {
        try SQLSet(home: home, files: files(in: "\(home)/"))
    }

    private static func files(in folder: String) -> [SQLSet.File] {
        EmbeddedSQL.files.filter { $0.path.hasPrefix(folder) }.map {
            SQLSet.File(path: String($0.path.dropFirst(folder.count)), text: $0.text)
        }
    }
}
