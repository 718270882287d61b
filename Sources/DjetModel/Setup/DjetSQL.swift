public import DjetStore

/// The SQL that every program of Djet's brings along.
public enum DjetSQL {
    /// The queue, installed into a schema of this name. Throws `StoreError` if it cannot be a schema's name.
    public static func queue(schema: String = "jobmachine") throws -> SQLSet {
        try SQLSet(home: "jobmachine", schema: schema, files: files(in: "queue/"))
    }

    /// The site: the tree of nodes, and who may do what there.
    public static func site() throws -> SQLSet {
        try SQLSet(home: "djet", files: files(in: "site/"))
    }

    /// The SQL of a part, which lies in the folder that is named after its home.
    static func set(home: String) throws -> SQLSet {
        try SQLSet(home: home, files: files(in: "\(home)/"))
    }

    private static func files(in folder: String) -> [SQLSet.File] {
        EmbeddedSQL.files.filter { $0.path.hasPrefix(folder) }.map {
            SQLSet.File(path: String($0.path.dropFirst(folder.count)), text: $0.text)
        }
    }
}
