using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class IndexGroupMoves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_group_entries_moved",
                table: "group_entries",
                columns: new[] { "code", "at", "group_id" },
                filter: "kind = 9");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_group_entries_moved",
                table: "group_entries");
        }
    }
}
