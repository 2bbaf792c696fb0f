using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SearchKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_keys",
                columns: table => new
                {
                    kind = table.Column<int>(type: "integer", nullable: false),
                    chunk = table.Column<int>(type: "integer", nullable: false),
                    keys = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_keys", x => new { x.kind, x.chunk });
                });

            // A page of many reads all of them: to press them together makes that six times as slow.
            migrationBuilder.Sql("ALTER TABLE search_keys ALTER COLUMN keys SET STORAGE EXTERNAL");

            // What the search knows of each has grown.
            migrationBuilder.Sql("UPDATE registrations SET is_indexed = FALSE");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_keys");
        }
    }
}
