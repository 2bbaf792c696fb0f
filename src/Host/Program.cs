using CoopAssistant.Bot;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddBot();
var app = builder.Build();
app.MapBot();
await app.RunAsync();
